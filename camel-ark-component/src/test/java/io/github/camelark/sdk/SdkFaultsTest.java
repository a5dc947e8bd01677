// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.sdk;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.model.ArkDeletion;
import io.github.camelark.model.ArkFile;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedFile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the official SDK goes wrong, and {@code ark:} does not. */
class SdkFaultsTest extends SdkTestSupport {

  private static final long THREE_BILLION = 3_000_000_000L;

  @Test
  void sdkDeletesTheCollectionIfTheIdIsEmpty() {
    catchThrowable(() -> sdk.service().deleteFile(""));

    assertThat(simulator().journal())
        .extracting(request -> request.method() + " " + request.path())
        .containsExactly("DELETE /api/v3/files/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", ".."})
  void neverDeletesTheCollection(String id) {
    refusal(ark("files?operation=delete"), id, Map.of());
    refusal(ark("files?operation=delete"), "file-1", Map.of("CamelArkFileId", id));
  }

  @Test
  void sdkFailsOnAFileOfThreeBillionBytes() {
    simulator().addFile(ARK, SimulatedFile.named("a").withBytes(THREE_BILLION));

    Throwable failure = catchThrowable(() -> sdk.service().retrieveFile("file-0001"));

    assertThat(failure).isNotNull();
  }

  @Test
  void readsAFileOfThreeBillionBytes() {
    simulator().addFile(ARK, SimulatedFile.named("a").withBytes(THREE_BILLION));

    ArkFile file =
        call(ark("files?operation=retrieve"), "file-0001", Map.of()).getBody(ArkFile.class);

    assertThat(file.bytes()).isEqualTo(THREE_BILLION);
  }

  @Test
  void sdkThrowsANullPointerExceptionWithoutAnErrorObject() {
    simulator().failNext(1, errorWithoutAnError(500));

    Throwable failure = catchThrowable(() -> sdk.service().retrieveFile("file-0001"));

    assertThat(failure).isInstanceOf(NullPointerException.class);
  }

  @Test
  void reportsStatusAndMessageWithoutAnErrorObject() {
    simulator().failNext(1, errorWithoutAnError(500));

    ArkException failure =
        failure(
            ArkUnavailableException.class,
            ark("files?operation=retrieve&maxRetries=0"),
            "file-0001",
            Map.of());

    assertThat(failure.status()).isEqualTo(500);
    assertThat(failure).hasMessageContaining("upstream connect error");
  }

  @Test
  void treatsA404WithoutAnErrorAsAWrongAddress() {
    simulator().failNext(1, errorWithoutAnError(404));

    ArkException failure =
        failure(ArkProtocolException.class, ark("files?operation=retrieve"), "file-0001", Map.of());

    assertThat(failure).hasMessageContaining("baseUrl");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204})
  void sdkFailsIfADeleteIsAnsweredWithoutABody(int status) {
    simulator().failNext(1, SimulatedFault.reply(status, "", ""));

    Object answer;
    try {
      answer = sdk.service().deleteFile("file-0001");
    } catch (RuntimeException e) {
      answer = e;
    }

    assertThat(answer == null || answer instanceof RuntimeException).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 204})
  void treatsADeleteWithoutABodyAsDone(int status) {
    simulator().failNext(1, SimulatedFault.reply(status, "", ""));

    ArkDeletion deletion =
        call(ark("files?operation=delete"), "file-0001", Map.of()).getBody(ArkDeletion.class);

    assertThat(deletion.outcome()).isEqualTo(ArkDeletion.Outcome.DELETED);
    assertThat(deletion.id()).isEqualTo("file-0001");
  }

  private static SimulatedFault errorWithoutAnError(int status) {
    return SimulatedFault.reply(
        status, "application/json", "{\"message\":\"upstream connect error\"}");
  }
}
