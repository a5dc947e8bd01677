// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.producer;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkRequestException;
import io.github.camelark.model.ArkFilePage;
import io.github.camelark.support.RouteTestSupport;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code CamelArkOperation} counts only where the URI names no operation. */
class OperationHeaderTest extends RouteTestSupport {

  @Test
  void setsTheOperationIfTheUriHasNone() {
    simulator().addFile(ARK);

    call(ark("files"), "file-0001", Map.of("CamelArkOperation", "delete"));

    assertThat(simulator().hasFile(ARK, "file-0001")).isFalse();
  }

  @Test
  void setsTheOperationOfEachMessage() {
    simulator().addFile(ARK);

    Object listed = call(ark("files"), null, Map.of("CamelArkOperation", "list")).getBody();
    call(ark("files"), "file-0001", Map.of("CamelArkOperation", "retrieve"));

    assertThat(listed).isInstanceOf(ArkFilePage.class);
    assertThat(simulator().journal())
        .extracting(request -> request.method() + " " + request.path())
        .containsExactly("GET /api/v3/files", "GET /api/v3/files/file-0001");
  }

  @Test
  void mayRepeatTheOperationOfTheUri() {
    simulator().addFile(ARK);

    call(ark("files?operation=retrieve"), "file-0001", Map.of("CamelArkOperation", "retrieve"));

    assertThat(simulator().journal()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"retrieve, delete", "list, delete", "delete, retrieve", "retrieve, nonsense"})
  void cannotTurnAnOperationIntoAnother(String option, String header) {
    ArkRequestException refusal =
        refusal(ark("files?operation=" + option), "file-0001", Map.of("CamelArkOperation", header));

    assertThat(refusal).hasMessageContainingAll("CamelArkOperation", option, header, "remove");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "", " ", "Delete", "DELETE", "create"})
  void mustBeAnOperationOfTheResource(String header) {
    ArkRequestException refusal =
        refusal(ark("files"), "file-0001", Map.of("CamelArkOperation", header));

    assertThat(refusal).hasMessageContainingAll("CamelArkOperation", "retrieve", "list", "delete");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "upload"})
  void cannotBeAnOperationOfAnotherResource(String header) {
    ArkRequestException refusal =
        refusal(ark("responses"), "resp_1", Map.of("CamelArkOperation", header));

    assertThat(refusal).hasMessageContainingAll("CamelArkOperation", "delete");
  }

  @Test
  void isNeededIfTheUriNamesNoOperation() {
    ArkRequestException refusal = refusal(ark("files"), "file-0001", Map.of());

    assertThat(refusal).hasMessageContainingAll("operation", "CamelArkOperation");
  }

  @Test
  void isRefusedIfItIsNoText() {
    ArkRequestException refusal =
        refusal(ark("files"), "file-0001", Map.of("CamelArkOperation", new Object()));

    assertThat(refusal).hasMessageContaining("CamelArkOperation");
  }
}
