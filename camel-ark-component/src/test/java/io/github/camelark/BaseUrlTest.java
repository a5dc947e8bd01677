// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the API is. */
class BaseUrlTest extends RouteTestSupport {

  @ParameterizedTest
  @CsvSource({
    "ARK, /api/v3, /api/v3/files",
    "ARK, /api/v3/, /api/v3/files",
    "ARK, /api/v3//, /api/v3/files",
    "ARK, /gateway/ark/api/v3, /gateway/ark/api/v3/files",
    "ARK, '', /files",
    "ARK, /, /files",
    "ARK, /with%20blank/v3, /with%20blank/v3/files",
    "OPENAI, /v1, /v1/files",
    "OPENAI, /v1/, /v1/files",
    "OPENAI, /proxy/v1, /proxy/v1/files"
  })
  void keepsThePathAsItIs(SimulatedProvider provider, String path, String requestPath) {
    send(
        "ark:files?operation=list&provider=%s&baseUrl=RAW(http://127.0.0.1:%d%s)&apiKey=%s"
            .formatted(
                provider == ARK ? "ark" : "openai",
                simulator().port(),
                path,
                simulator().apiKey(provider)),
        null);

    assertThat(simulator().journal())
        .extracting(RecordedRequest::path)
        .containsExactly(requestPath);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://ark.example/api/v3",
        "ark.example/api/v3",
        "//ark.example/api/v3",
        "https:///api/v3",
        "https://user@ark.example/api/v3",
        "https://user:word@ark.example/api/v3",
        "https://ark.example/api/v3?a=b",
        "https://ark.example/api/v3#part",
        "https://ark.example/api v3",
        "https://",
        "nonsense"
      })
  void refusesWhatIsNoAddressOfAnApi(String baseUrl) {
    IllegalArgumentException failure =
        startFailure("ark:files?operation=list&apiKey=fake-key&baseUrl=RAW(%s)".formatted(baseUrl));

    assertThat(failure).hasMessageStartingWith("baseUrl ").hasMessageContaining("https://");
  }

  @ParameterizedTest
  @CsvSource({
    "openai, https://gateway.example/v1/files, /files",
    "openai, https://gateway.example/v1/files/, /files",
    "ark, https://gateway.example/api/v3/Responses, /Responses",
    "azure, https://name.openai.azure.com/openai/files, /files"
  })
  void refusesOneThatEndsInTheNameOfAResource(String provider, String baseUrl, String end) {
    IllegalArgumentException failure =
        startFailure(
            "ark:files?operation=list&apiKey=fake-key-1&provider=%s&baseUrl=%s"
                .formatted(provider, baseUrl));

    assertThat(failure).hasMessageContainingAll("baseUrl must not end in " + end, "leave it out");
  }

  @ParameterizedTest
  @CsvSource({
    "ark, https://ark.cn-beijing.volces.com/api/v3",
    "azure, https://name.openai.azure.com",
    "openai, https://api.openai.com/v1"
  })
  void refusesOneWithoutASchemeAndShowsOneOfItsProvider(String provider, String example) {
    IllegalArgumentException failure =
        startFailure(
            "ark:files?operation=list&apiKey=fake-key-1&baseUrl=localhost:8089/v1&provider="
                + provider);

    assertThat(failure).hasMessageContainingAll("https:// or http://", provider, example);
  }
}
