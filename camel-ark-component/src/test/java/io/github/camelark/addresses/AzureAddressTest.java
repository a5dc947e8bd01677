// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.addresses;

import static io.github.camelark.test.SimulatedProvider.AZURE;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.github.camelark.support.CapturedLog;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedProvider;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where Azure's API is, and which version of it is meant. */
class AzureAddressTest extends RouteTestSupport {

  @ParameterizedTest
  @CsvSource({
    "'', /openai/files, api-version=2024-10-21",
    "/, /openai/files, api-version=2024-10-21",
    "/openai, /openai/files, api-version=2024-10-21",
    "/openai/, /openai/files, api-version=2024-10-21",
    "/openai/v1, /openai/v1/files,",
    "/openai/v1/, /openai/v1/files,",
    "/gw, /gw/openai/files, api-version=2024-10-21",
    "/gw/, /gw/openai/files, api-version=2024-10-21",
    "/gw/openai, /gw/openai/files, api-version=2024-10-21",
    "/gw/openai/v1, /gw/openai/v1/files,",
    "/myopenai, /myopenai/openai/files, api-version=2024-10-21"
  })
  void appendsOpenaiUnlessPresent(String path, String requestPath, String query) {
    send(azure("files?operation=list", path, ""), null);

    assertThat(simulator().journal())
        .singleElement()
        .extracting(RecordedRequest::path, RecordedRequest::query)
        .containsExactly(requestPath, query);
  }

  @ParameterizedTest
  @CsvSource({"'', 2025-03-01-preview", "/openai/v1, preview"})
  void sendsTheConfiguredApiVersion(String path, String version) {
    send(azure("files?operation=list", path, "&apiVersion=" + version), null);

    assertThat(simulator().journal())
        .extracting(RecordedRequest::query)
        .containsExactly("api-version=" + version);
  }

  @Test
  void sendsTheApiVersionWithEveryCall() {
    simulator().addFiles(AZURE, 2);
    simulator().addResponse(AZURE);
    String preview = "&apiVersion=2025-03-01-preview";

    call(uri(AZURE, "files?operation=list" + preview));
    call(uri(AZURE, "files?operation=retrieve" + preview), "file-0001", Map.of());
    call(uri(AZURE, "files?operation=delete" + preview), "file-0001", Map.of());
    call(uri(AZURE, "responses?operation=delete" + preview), "resp_0001", Map.of());

    assertThat(simulator().journal())
        .hasSize(4)
        .extracting(RecordedRequest::query)
        .containsOnly("api-version=2025-03-01-preview");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ARK", "OPENAI"})
  void sendsNoApiVersionToOtherProviders(SimulatedProvider provider) {
    call(uri(provider, "files?operation=list&apiVersion=2024-10-21"));

    assertThat(simulator().journal())
        .extracting(RecordedRequest::query)
        .containsExactly((String) null);
  }

  @Test
  void encodesTheApiVersion() {
    send(azure("files?operation=list", "", "&apiVersion=RAW(a&b=c)"), null);

    assertThat(simulator().journal())
        .extracting(RecordedRequest::query)
        .containsExactly("api-version=a%26b%3Dc");
  }

  @Test
  void warnsAboutAVersionWithoutResponses() {
    try (CapturedLog log = CapturedLog.ofTheComponent()) {
      context.getEndpoint(uri(AZURE, "responses?operation=delete"));

      assertThat(log.messages(Level.WARN))
          .singleElement()
          .asString()
          .contains("2024-10-21", "apiVersion", "/openai/v1");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "files?operation=delete, '', ''",
    "responses?operation=delete, '', &apiVersion=2025-03-01-preview",
    "responses?operation=delete, /openai/v1, ''"
  })
  void doesNotWarnWhereResponsesAreServed(String resource, String path, String options) {
    try (CapturedLog log = CapturedLog.ofTheComponent()) {
      context.getEndpoint(azure(resource, path, options));

      assertThat(log.messages(Level.WARN)).isEmpty();
    }
  }

  private static String azure(String resource, String path, String options) {
    return "ark:%s&provider=azure&baseUrl=%s%s&apiKey=%s&maxRetries=0%s"
        .formatted(resource, simulator().baseUrl(AZURE), path, simulator().apiKey(AZURE), options);
  }
}
