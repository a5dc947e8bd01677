// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelark.model.ArkDeletion.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArkDeletionReadingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"file-1\",\"object\":\"file\",\"deleted\":true}",
        "{\"id\":\"file-1\",\"object\":\"file.deleted\",\"deleted\":true}",
        "{\"id\":\"file-1\",\"deleted\":\"true\"}",
        "{\"id\":\"file-1\",\"deleted\":1}",
        "{\"id\":\"file-1\",\"deleted\":null}",
        "{\"id\":\"file-1\",\"deleted\":true,\"deleted\":true}",
        "{\"id\":\"file-1\",\"deleted\":true,\"deleted\":null}",
        "{\"id\":\"file-1\"}",
        "{\"id\":\"file-1\",\"deleted\":true,\"message\":\"bye\"}",
        "{\"id\":\"file-1\",\"deleted\":true,\"error\":null}",
        "{}",
      })
  void isDeletedUnlessTheServiceSaysOtherwise(String json) throws IOException {
    ArkDeletion deletion = read(json);

    assertThat(deletion.outcome()).isEqualTo(Outcome.DELETED);
    assertThat(deletion.deleted()).isTrue();
  }

  /** Newer versions of Jackson refuse it where it is read, and not where it is skipped. */
  @Test
  void loneSurrogateInASkippedFieldIsHarmless() throws IOException {
    byte[] json =
        "{\"id\":\"file-1\",\"note\":\"\u00ed\u00a0\u0080\"}".getBytes(StandardCharsets.ISO_8859_1);

    ArkDeletion deletion = ArkDeletion.fromJson(json);

    assertThat(deletion.jsonNode().path("id").asText()).isEqualTo("file-1");
    assertThat(deletion.jsonNode().path("note").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "\"false\"", "\"False\"", "0"})
  void isNotDeletedIfTheServiceSaysSo(String deleted) throws IOException {
    ArkDeletion deletion = read("{\"id\":\"file-1\",\"deleted\":%s}".formatted(deleted));

    assertThat(deletion.outcome()).isEqualTo(Outcome.NOT_DELETED);
    assertThat(deletion.deleted()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "true",
        "[]",
        "<html></html>",
        "{\"deleted\":true",
        "{\"deleted\":true}{",
        "{\"deleted\":\"maybe\"}",
        "{\"deleted\":false,\"deleted\":true}",
        "{\"deleted\":true,\"deleted\":false}",
        "{\"deleted\":true,\"deleted\":true,\"deleted\":\"false\"}",
        "{\"id\":\"file-1\",\"deleted\":0,\"deleted\":null,\"deleted\":1}",
        "{\"error\":{\"code\":\"InternalError\"}}",
        "{\"error\":\"oops\"}",
        "{\"deleted\":true,\"error\":{\"code\":\"InternalError\"}}",
        "{\"message\":\"oops\"}",
        "{\"ResponseMetadata\":{\"RequestId\":\"1\",\"Error\":{\"Code\":\"InternalError\"}}}",
      })
  void refusesAnythingButADeletion(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class);
  }

  @Test
  void keepsUnknownFieldsUnchanged() throws IOException {
    String json = "{\"id\":\"file-1\", \"deleted\":true, \"zzz\":1.50}";

    assertThat(read(json).json()).isEqualTo(json);
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void isReadBackFromItsOwnJson(Outcome outcome) throws IOException {
    ArkDeletion deletion = ArkDeletion.of("file-1", "file", outcome);

    assertThat(read(deletion.json()).outcome()).isEqualTo(outcome);
    assertThat(read(deletion.json())).isEqualTo(deletion);
  }

  private static ArkDeletion read(String json) throws IOException {
    return ArkDeletion.fromJson(json.getBytes(StandardCharsets.UTF_8));
  }
}
