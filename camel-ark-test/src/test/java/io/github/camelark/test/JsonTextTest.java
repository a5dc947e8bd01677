// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTextTest {

  @Test
  void emptyObjectHasNoMembers() {
    assertThat(JsonText.object()).hasToString("{}");
  }

  @Test
  void membersKeepTheirOrderAndType() {
    JsonText json = JsonText.object().put("b", 1L).put("a", true).put("n", null).put("t", "text");

    assertThat(json).hasToString("{\"b\":1,\"a\":true,\"n\":null,\"t\":\"text\"}");
  }

  @Test
  void objectsAndListsAreNested() {
    JsonText inner = JsonText.object().put("x", 1);

    assertThat(JsonText.object().put("one", inner).put("many", List.of(inner, "y")))
        .hasToString("{\"one\":{\"x\":1},\"many\":[{\"x\":1},\"y\"]}");
  }

  @Test
  void quotesBackslashesAndControlCharactersAreEscaped() {
    assertThat(JsonText.object().put("a\"b", "c\\d\n\u0001"))
        .hasToString("{\"a\\\"b\":\"c\\\\d\\u000a\\u0001\"}");
  }

  @Test
  void otherCharactersAreWrittenVerbatim() {
    assertThat(JsonText.object().put("a", "ü文/")).hasToString("{\"a\":\"ü文/\"}");
  }

  @Test
  void surrogatesAreEscaped() {
    assertThat(JsonText.object().put("a", "\ud83d\ude00"))
        .hasToString("{\"a\":\"\\ud83d\\ude00\"}");
  }
}
