// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.camelark.text.RemoteText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one page while its JSON is being read. One instance per page, used by one thread.
 *
 * <p>Each file keeps a copy of its own part of the JSON, so that a file that lives long does not
 * hold the page it came with.
 */
final class ArkFilePageReader {

  private static final int MAX_UNREADABLE_CHARACTERS = 1_000;
  private static final int MAX_UNREADABLE = 10;

  final List<ArkFile> data = new ArrayList<>();
  final List<String> unreadable = new ArrayList<>();
  @Nullable String firstId;
  @Nullable String lastId;
  boolean hasMore;

  private final byte[] json;
  private boolean saidData;
  private boolean saidList;
  private boolean saidId;

  private ArkFilePageReader(byte[] json) {
    this.json = json;
  }

  static ArkFilePage read(byte[] json) throws IOException {
    try (JsonParser parser = JsonText.openObject(json)) {
      ArkFilePageReader fields = new ArkFilePageReader(json);
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        fields.readField(name, parser);
      }
      JsonText.expectEnd(parser);
      if (!fields.isList()) {
        throw JsonText.mismatch(parser, "a list has no data");
      }
      return new ArkFilePage(fields, json);
    }
  }

  private void readField(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "data" -> readData(parser);
      case "first_id" -> firstId = nonEmpty(JsonText.readText(parser));
      case "last_id" -> readLastId(parser);
      case "has_more" -> {
        saidList = true;
        hasMore |= Boolean.TRUE.equals(JsonText.readBoolean(parser));
      }
      case "object" -> {
        saidList = true;
        parser.skipChildren();
      }
      case "id" -> {
        saidId = true;
        parser.skipChildren();
      }
      case "error" -> {
        if (parser.currentToken().isStructStart() && JsonText.skipSaysSomething(parser)) {
          throw JsonText.mismatch(parser, "a success speaks of an error");
        }
      }
      default -> parser.skipChildren();
    }
  }

  /** The next page is asked for by it: of two that differ, one loses files. */
  private void readLastId(JsonParser parser) throws IOException {
    String read = nonEmpty(JsonText.readText(parser));
    if (read != null && lastId != null && !read.equals(lastId)) {
      throw JsonText.mismatch(parser, "last_id is named twice");
    }
    lastId = read == null ? lastId : read;
  }

  /** A server may leave out an empty {@code data}, but a single file is not an empty list. */
  private boolean isList() {
    return saidData || (saidList && !saidId);
  }

  private void readData(JsonParser parser) throws IOException {
    saidData = true;
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw JsonText.mismatch(parser, "the data of a list must be an array");
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      readEntry(parser);
    }
  }

  private void readEntry(JsonParser parser) throws IOException {
    int start = (int) parser.currentTokenLocation().getByteOffset();
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      leaveOut(start, parser);
      return;
    }
    ArkFileFields file = new ArkFileFields();
    file.readObject(parser);
    if (file.id == null || file.isContradictory()) {
      leaveOut(start, parser);
    } else {
      data.add(new ArkFile(file, file.id, Arrays.copyOfRange(json, start, end(parser))));
    }
  }

  private void leaveOut(int start, JsonParser parser) throws IOException {
    parser.finishToken();
    if (unreadable.size() == MAX_UNREADABLE) {
      return;
    }
    String entry = new String(json, start, end(parser) - start, StandardCharsets.UTF_8);
    unreadable.add(
        RemoteText.excerpt(RemoteText.withoutDownloadUrl(entry), MAX_UNREADABLE_CHARACTERS));
  }

  private static int end(JsonParser parser) {
    return (int) parser.currentLocation().getByteOffset();
  }

  private static @Nullable String nonEmpty(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
