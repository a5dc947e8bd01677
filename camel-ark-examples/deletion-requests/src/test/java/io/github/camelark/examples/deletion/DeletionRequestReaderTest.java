// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeletionRequestReaderTest {

  private static final String EVENT =
      """
      {"type": "file.delete", "id": "file-1", "reason": "old", "requestedBy": "me"}""";

  private final DeletionRequestReader reader = new DeletionRequestReader();

  @Test
  void readsAPlainEvent() {
    assertThat(reader.read(EVENT, "message-1"))
        .isEqualTo(new DeletionRequest("message-1", ResourceKind.FILE, "file-1", "old", "me"));
  }

  @Test
  void takesTheRequestIdOfTheEvent() {
    String event = EVENT.replace("}", ", \"requestId\": \"r-1\"}");

    assertThat(reader.read(event, "message-1").requestId()).isEqualTo("r-1");
  }

  @Test
  void readsACloudEvent() {
    String event =
        """
        {"specversion": "1.0", "type": "response.delete", "id": "r-1", "source": "/records",
         "data": {"id": "resp-1", "reason": "old", "requestedBy": "me"}}""";

    assertThat(reader.read(event, "message-1"))
        .isEqualTo(new DeletionRequest("r-1", ResourceKind.RESPONSE, "resp-1", "old", "me"));
  }

  @Test
  void refusesAFieldThatComesTwice() {
    assertInvalid(EVENT.replace("}", ", \"id\": \"file-2\"}"), "Duplicate field 'id'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "nonsense", "{\"type\": NaN}"})
  void refusesWhatIsNotJson(String event) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> reader.read(event, "message-1"));
  }

  @Test
  void refusesWhatFollowsTheEvent() {
    assertInvalid(EVENT + EVENT, "not JSON");
  }

  @Test
  void refusesMoreThan64Kilobytes() {
    assertInvalid(EVENT + " ".repeat(64 * 1024), "more than 64 KB");
  }

  @Test
  void refusesDeepNesting() {
    assertInvalid("[".repeat(5000), "not JSON");
  }

  @Test
  void refusesHalfACharacter() {
    assertInvalid(EVENT.replace("old", "\\ud800"), "reason has control characters");
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    byte[] event = EVENT.replace("old", "\u00e4").getBytes(StandardCharsets.ISO_8859_1);

    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> reader.read(event, "message-1"));
  }

  @Test
  void givesAReasonThatCanBePrinted() {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> reader.read(EVENT.replace("file.delete", "a\\u001b[2Jb"), "message-1"))
        .satisfies(e -> assertThat(e.getMessage()).isNotEmpty().doesNotContain("\u001b"));
  }

  private void assertInvalid(String event, String reason) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> reader.read(event, "message-1"))
        .withMessageContaining(reason);
  }
}
