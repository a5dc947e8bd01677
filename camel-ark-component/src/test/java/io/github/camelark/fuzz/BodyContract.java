// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelark.api.ApiError;
import io.github.camelark.model.ArkDeletion;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkFilePage;
import io.github.camelark.secrecy.Secrets;
import io.github.camelark.text.RemoteText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What is true of every accepted body, whatever it contains. */
final class BodyContract {

  private static final ObjectMapper STRICT =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private BodyContract() {}

  static void check(ArkFile file) throws IOException {
    checkText(file.toString());
    checkJson(file.json(), file.jsonNode());
    if (!namesAFieldTwice(file.json())) {
      checkField(file.id(), file.jsonNode().path("id"));
      checkField(file.filename(), file.jsonNode().path("filename"));
      checkField(file.status(), file.jsonNode().path("status"));
    }
    assertThat(file.id()).isNotBlank();
    if (isNoUtf8(file.json())) {
      return;
    }
    ArkFile again = ArkFile.fromJson(file.json().getBytes(StandardCharsets.UTF_8));
    assertThat(again.hashCode()).isNotNull();
    assertThat(again.bytes()).isEqualTo(file.bytes());
    assertThat(again.createdAt()).isEqualTo(file.createdAt());
    if (file.createdAt() != null) {
      assertThat(file.createdAt().toEpochMilli()).isPositive();
    }
  }

  static void check(ArkFilePage page) throws IOException {
    checkEntries(page);
    if (!page.data().isEmpty()) {
      check(page.data().get(0));
      check(page.data().get(page.data().size() - 1));
    }
    assertThat(page.unreadable()).hasSizeLessThanOrEqualTo(10);
    page.unreadable().forEach(BodyContract::checkText);
    checkText(page.toString());
    checkJson(page.json(), page.jsonNode());
    if (isNoUtf8(page.json())) {
      return;
    }
    ArkFilePage again = ArkFilePage.fromJson(page.json().getBytes(StandardCharsets.UTF_8));
    assertThat(again.data()).hasSameSizeAs(page.data());
    assertThat(again.hasMore()).isEqualTo(page.hasMore());
  }

  static void check(ArkDeletion deletion) throws IOException {
    checkField(deletion.id(), deletion.jsonNode().path("id"));
    if (deletion.jsonNode().path("deleted").isBoolean()) {
      assertThat(deletion.deleted()).isEqualTo(deletion.jsonNode().path("deleted").asBoolean());
    }
    assertThat(deletion.deleted()).isEqualTo(deletion.outcome() != ArkDeletion.Outcome.NOT_DELETED);
    checkText(deletion.toString());
    checkJson(deletion.json(), deletion.jsonNode());
    if (isNoUtf8(deletion.json())) {
      return;
    }
    ArkDeletion again = ArkDeletion.fromJson(deletion.json().getBytes(StandardCharsets.UTF_8));
    assertThat(again.outcome()).isEqualTo(deletion.outcome());
  }

  static void check(ApiError error) {
    assertThat(error.details()).hasSizeLessThan(10);
    assertThat(error.code()).isNotEqualTo("");
    assertThat(error.message()).isNotEqualTo("");
  }

  /** Bytes that are none are replaced in a text, and a name with one then is another name. */
  private static boolean isNoUtf8(String json) {
    return json.indexOf('\ufffd') >= 0;
  }

  /** It can be shown both ways. */
  static void checkJson(String json, JsonNode tree) {
    assertThat(json).isNotBlank();
    assertThat(tree.isObject()).isTrue();
  }

  /** Then it may contradict itself, which decides nothing, and of which a tree keeps the last. */
  private static boolean namesAFieldTwice(String json) throws IOException {
    try {
      STRICT.readTree(json);
      return false;
    } catch (JsonParseException e) {
      return true;
    }
  }

  /** What another reader finds in the same JSON, where there is no doubt about it. */
  private static void checkField(String value, JsonNode found) {
    if (found.isTextual() && !found.asText().isBlank()) {
      assertThat(value).isEqualTo(found.asText());
    }
  }

  /** Each file has exactly its part of the JSON. */
  private static void checkEntries(ArkFilePage page) throws IOException {
    if (namesAFieldTwice(page.json())) {
      return;
    }
    List<JsonNode> files = new ArrayList<>();
    for (JsonNode entry : page.jsonNode().path("data")) {
      JsonNode id = entry.path("id");
      if (entry.isObject() && id.isValueNode() && !id.isNull() && !id.asText().isBlank()) {
        files.add(entry);
      }
    }
    assertThat(page.data()).hasSameSizeAs(files);
    for (int i = 0; i < files.size(); i++) {
      assertThat(page.data().get(i).jsonNode().equals(files.get(i))).isTrue();
    }
  }

  private static void checkText(String text) {
    assertThat(text).isEqualTo(RemoteText.escape(text));
    // a file may have the name of the key, which is unknown here
    assertThat(Secrets.in(text.replace(Seed.KEY, ""))).isNull();
  }
}
