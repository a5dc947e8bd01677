// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.producer;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static io.github.camelark.test.SimulatedProvider.AZURE;
import static io.github.camelark.test.SimulatedProvider.OPENAI;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.model.ArkFile;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetrieveTest extends RouteTestSupport {

  private static final Instant CREATED = Instant.parse("2025-11-19T11:45:08Z");
  private static final Instant EXPIRES = Instant.parse("2100-01-01T00:00:00Z");
  private static final SimulatedFile REPORT =
      SimulatedFile.named("reports/report.pdf")
          .withBytes(3_000_000_000L)
          .withPurpose("user_data")
          .withCreatedAt(CREATED)
          .withExpireAt(EXPIRES);

  @ParameterizedTest
  @EnumSource(SimulatedProvider.class)
  void returnsTheFile(SimulatedProvider provider) {
    SimulatedFile stored = simulator().addFile(provider, REPORT);

    Message answer =
        call(uri(provider, "files?operation=retrieve&fileId=" + stored.id()), null, Map.of());

    ArkFile file = answer.getBody(ArkFile.class);
    assertThat(file.id()).isEqualTo(stored.id());
    assertThat(file.filename()).isEqualTo("reports/report.pdf");
    assertThat(file.bytes()).isEqualTo(3_000_000_000L);
    assertThat(file.createdAt()).isEqualTo(CREATED);
  }

  @ParameterizedTest
  @CsvSource({
    "ARK, GET, /api/v3/files/file-0001,",
    "AZURE, GET, /openai/files/file-0001, api-version=2024-10-21",
    "OPENAI, GET, /v1/files/file-0001,"
  })
  void isOneRequest(SimulatedProvider provider, String method, String path, String query) {
    simulator().addFile(provider);

    call(uri(provider, "files?operation=retrieve"), "file-0001", Map.of());

    List<RecordedRequest> journal = simulator().journal();
    assertThat(journal).hasSize(1);
    assertThat(journal.get(0))
        .extracting(RecordedRequest::method, RecordedRequest::path, RecordedRequest::query)
        .containsExactly(method, path, query);
  }

  @Test
  void setsTheHeadersOfTheFile() {
    SimulatedFile stored = simulator().addFile(ARK, REPORT);

    Message answer = call(ark("files?operation=retrieve"), stored.id(), Map.of());

    assertThat(answer.getHeaders())
        .containsEntry("CamelArkFileId", stored.id())
        .containsEntry("CamelArkFileName", "reports/report.pdf")
        .containsEntry("CamelArkFileStatus", "active")
        .containsEntry("CamelArkFilePurpose", "user_data")
        .containsEntry("CamelArkFileBytes", 3_000_000_000L)
        .containsEntry("CamelArkFileMimeType", "application/pdf")
        .containsEntry("CamelArkFileCreatedAt", CREATED.toEpochMilli())
        .containsEntry("CamelArkFileExpireAt", EXPIRES.toEpochMilli())
        .containsKey("CamelArkRequestId");
  }

  @Test
  void setsTheHeadersThatOtherComponentsKnow() {
    SimulatedFile stored = simulator().addFile(ARK, REPORT);

    Message answer = call(ark("files?operation=retrieve"), stored.id(), Map.of());

    assertThat(answer.getHeaders())
        .containsEntry(Exchange.FILE_NAME, "report.pdf")
        .containsEntry(Exchange.FILE_LENGTH, 3_000_000_000L)
        .containsEntry(Exchange.MESSAGE_TIMESTAMP, CREATED.toEpochMilli());
    assertThat(answer.getMessageTimestamp()).isEqualTo(CREATED.toEpochMilli());
  }

  @Test
  void setsNoHeaderForWhatTheProviderDoesNotSay() {
    SimulatedFile stored = simulator().addFile(AZURE, REPORT);

    Message answer = call(uri(AZURE, "files?operation=retrieve"), stored.id(), Map.of());

    assertThat(answer.getHeaders())
        .doesNotContainKeys("CamelArkFileMimeType", "CamelArkFileExpireAt");
  }

  @Test
  void setsWhenAFileOfOpenAiExpires() {
    SimulatedFile stored = simulator().addFile(OPENAI, REPORT);

    Message answer = call(uri(OPENAI, "files?operation=retrieve"), stored.id(), Map.of());

    assertThat(answer.getHeaders()).containsEntry("CamelArkFileExpireAt", EXPIRES.toEpochMilli());
  }

  @Test
  void removesTheHeadersOfAnEarlierFile() {
    SimulatedFile stored =
        simulator().addFile(ARK, SimulatedFile.named("..").withStatus("processing"));
    Map<String, Object> earlier = new HashMap<>();
    earlier.put("CamelArkFileBytes", 7L);
    earlier.put("CamelArkFileMimeType", "video/mp4");
    earlier.put(Exchange.FILE_NAME, "another.mp4");
    earlier.put(Exchange.FILE_LENGTH, 7L);

    Message answer = call(ark("files?operation=retrieve"), stored.id(), earlier);

    assertThat(answer.getHeaders())
        .doesNotContainKeys(
            "CamelArkFileBytes", "CamelArkFileMimeType", Exchange.FILE_NAME, Exchange.FILE_LENGTH);
  }

  @Test
  void keepsTheHeadersOfTheRoute() {
    simulator().addFile(ARK);

    Message answer =
        call(ark("files?operation=retrieve"), "file-0001", Map.of("correlation", "c-1"));

    assertThat(answer.getHeader("correlation")).isEqualTo("c-1");
  }

  @ParameterizedTest
  @EnumSource(SimulatedProvider.class)
  void missingFileFails(SimulatedProvider provider) {
    ArkNotFoundException failure =
        failure(
            ArkNotFoundException.class,
            uri(provider, "files?operation=retrieve"),
            "file-9999",
            Map.of());

    assertThat(failure.resourceId()).isEqualTo("file-9999");
    assertThat(failure.operation()).isEqualTo("files retrieve");
  }

  @Test
  void failureLeavesTheMessageUnchanged() {
    Exchange exchange =
        send(
            ark("files?operation=retrieve"),
            "file-9999",
            Map.of("CamelArkFileName", "of an earlier step"));

    assertThat(exchange.getException()).isNotNull();
    assertThat(exchange.getMessage().getBody()).isEqualTo("file-9999");
    assertThat(exchange.getMessage().getHeader("CamelArkFileName")).isEqualTo("of an earlier step");
  }
}
