// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelark.text.RemoteText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list of files.
 *
 * @see <a href="https://www.volcengine.com/docs/82379/1870407">List files</a>
 */
public final class ArkFilePage extends ArkObject {

  private final List<ArkFile> data;
  private final List<String> unreadable;
  private final @Nullable String firstId;
  private final @Nullable String lastId;
  private final boolean hasMore;

  ArkFilePage(ArkFilePageReader fields, byte[] json) {
    super(json);
    this.data = List.copyOf(fields.data);
    this.unreadable = List.copyOf(fields.unreadable);
    this.firstId = fields.firstId == null && !data.isEmpty() ? data.get(0).id() : fields.firstId;
    this.lastId =
        fields.lastId == null && !data.isEmpty() ? data.get(data.size() - 1).id() : fields.lastId;
    this.hasMore = fields.hasMore;
  }

  private ArkFilePage(ArkFilePage page, List<ArkFile> some, @Nullable String first, byte[] json) {
    super(json);
    this.data = List.copyOf(some);
    this.unreadable = page.unreadable;
    this.firstId = first;
    this.lastId = page.lastId;
    this.hasMore = page.hasMore;
  }

  /**
   * Reads a page from the API's JSON.
   *
   * @param json one JSON object in UTF-8; it is kept, so it must not be changed afterwards
   * @throws IOException if it is not a JSON object, or is no list
   */
  public static ArkFilePage fromJson(byte[] json) throws IOException {
    return ArkFilePageReader.read(JsonText.withoutByteOrderMark(json));
  }

  /** Reads a page from the API's JSON; this is what Jackson's {@code ObjectMapper} uses. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static ArkFilePage fromJson(JsonNode json) throws IOException {
    return fromJson(JsonText.bytes(json));
  }

  /**
   * This page with only some of its files, in its JSON too. What comes after it stays the same.
   *
   * @param some files of this page
   */
  public ArkFilePage with(List<ArkFile> some) {
    Set<String> leftOut = data.stream().map(ArkFile::id).collect(Collectors.toSet());
    some.forEach(file -> leftOut.remove(file.id()));
    String first = some.isEmpty() ? null : some.get(0).id();
    ObjectNode tree = (ObjectNode) jsonNode();
    tree.put("first_id", first).put("last_id", lastId);
    for (Iterator<JsonNode> entries = tree.withArray("data").iterator(); entries.hasNext(); ) {
      if (leftOut.contains(entries.next().path("id").asText())) {
        entries.remove();
      }
    }
    return new ArkFilePage(this, some, first, tree.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The files of this page, in the order of the API; empty, never null. */
  public List<ArkFile> data() {
    return data;
  }

  /**
   * The entries of this page that are no file (not an object, or without an id): the start of their
   * JSON, without pre-signed addresses, of the first ten. Usually empty.
   */
  public List<String> unreadable() {
    return unreadable;
  }

  /** The id of the first file: what the API says, else that of the first entry. */
  public @Nullable String firstId() {
    return firstId;
  }

  /**
   * The id that the next page comes {@code after}: what the API says, else that of the last entry.
   */
  public @Nullable String lastId() {
    return lastId;
  }

  /** Whether the API says that another page follows; false if it does not say. */
  public boolean hasMore() {
    return hasMore;
  }

  /** For people: how many files there are, and whether more follow. */
  @Override
  public String toString() {
    return "ArkFilePage[files=%d, lastId=%s, hasMore=%s]"
        .formatted(data.size(), RemoteText.escape(lastId), hasMore);
  }
}
