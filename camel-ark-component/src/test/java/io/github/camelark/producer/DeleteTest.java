// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.producer;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.model.ArkDeletion;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedProvider;
import java.util.Map;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeleteTest extends RouteTestSupport {

  @ParameterizedTest
  @EnumSource(SimulatedProvider.class)
  void deletesAFile(SimulatedProvider provider) {
    simulator().addFiles(provider, 2);

    Message answer = call(uri(provider, "files?operation=delete"), "file-0001", Map.of());

    assertThat(simulator().hasFile(provider, "file-0001")).isFalse();
    assertThat(simulator().hasFile(provider, "file-0002")).isTrue();
    ArkDeletion deletion = answer.getBody(ArkDeletion.class);
    assertThat(deletion.id()).isEqualTo("file-0001");
    assertThat(deletion.deleted()).isTrue();
    assertThat(deletion.outcome()).isEqualTo(ArkDeletion.Outcome.DELETED);
  }

  @ParameterizedTest
  @CsvSource({
    "ARK, /api/v3/files/file-0001,",
    "AZURE, /openai/files/file-0001, api-version=2024-10-21",
    "OPENAI, /v1/files/file-0001,"
  })
  void isOneRequest(SimulatedProvider provider, String path, String query) {
    simulator().addFile(provider);

    call(uri(provider, "files?operation=delete"), "file-0001", Map.of());

    assertThat(simulator().journal())
        .singleElement()
        .extracting(RecordedRequest::method, RecordedRequest::path, RecordedRequest::query)
        .containsExactly("DELETE", path, query);
  }

  @Test
  void saysInTheHeadersWhatBecameOfIt() {
    simulator().addFile(ARK);

    Message answer = call(ark("files?operation=delete"), "file-0001", Map.of());

    assertThat(answer.getHeaders())
        .containsEntry("CamelArkFileId", "file-0001")
        .containsEntry("CamelArkDeleted", true)
        .containsEntry("CamelArkDeletionOutcome", "DELETED")
        .containsKey("CamelArkRequestId");
  }

  @ParameterizedTest
  @EnumSource(SimulatedProvider.class)
  void failsForAFileThatIsNotThere(SimulatedProvider provider) {
    ArkNotFoundException failure =
        failure(
            ArkNotFoundException.class,
            uri(provider, "files?operation=delete"),
            "file-9999",
            Map.of());

    assertThat(failure.resourceId()).isEqualTo("file-9999");
  }

  @ParameterizedTest
  @EnumSource(SimulatedProvider.class)
  void takesAFileThatIsNotThereForGoneIfTold(SimulatedProvider provider) {
    Message answer =
        call(uri(provider, "files?operation=delete&ignoreMissing=true"), "file-9999", Map.of());

    assertThat(answer.getHeaders())
        .containsEntry("CamelArkFileId", "file-9999")
        .containsEntry("CamelArkDeleted", true)
        .containsEntry("CamelArkDeletionOutcome", "ALREADY_GONE")
        .containsKey("CamelArkRequestId");
    assertThat(answer.getBody(ArkDeletion.class).outcome())
        .isEqualTo(ArkDeletion.Outcome.ALREADY_GONE);
  }

  @Test
  void saysIfTheServiceDidNotDelete() {
    simulator()
        .failNext(
            1,
            SimulatedFault.reply(
                200,
                "application/json",
                "{\"id\":\"file-1\",\"object\":\"file\",\"deleted\":false}"));

    Message answer = call(ark("files?operation=delete"), "file-1", Map.of());

    assertThat(answer.getHeaders())
        .containsEntry("CamelArkDeleted", false)
        .containsEntry("CamelArkDeletionOutcome", "NOT_DELETED");
  }

  @Test
  void takesAFileDeletedWhileItsAnswerWasLostForGone() {
    simulator().addFile(ARK);
    simulator().failNext(1, SimulatedFault.executedThenReset());

    Message answer = call(ark("files?operation=delete"), "file-0001", Map.of());

    assertThat(answer.getHeader("CamelArkDeletionOutcome")).isEqualTo("ALREADY_GONE");
    assertThat(simulator().hasFile(ARK, "file-0001")).isFalse();
  }
}
