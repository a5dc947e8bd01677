// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.addresses;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedProvider;
import java.util.List;
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
  void keepsThePathUnchanged(SimulatedProvider provider, String path, String requestPath) {
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
  @CsvSource({
    "openai, localhost:8089/v1, http://localhost:8089/v1",
    "openai, 127.0.0.1:8089/v1, http://127.0.0.1:8089/v1",
    "openai, [::1]:8089/v1, http://[::1]:8089/v1",
    "openai, gateway.example/v1, https://gateway.example/v1",
    "openai, user:word@gateway.example/v1, https://api.openai.com/v1",
    "openai, ftp://gateway.example/v1, https://api.openai.com/v1",
    "openai, https://, https://api.openai.com/v1",
    "azure, name.openai.azure.com, https://name.openai.azure.com",
    "azure, https://a b, https://name.openai.azure.com",
    "ark, ftp://x, https://ark.cn-beijing.volces.com/api/v3"
  })
  void errorShowsAnExampleForTheProvider(String provider, String baseUrl, String like) {
    IllegalArgumentException failure =
        startFailure(
            "ark:files?operation=list&apiKey=fake-key&provider=%s&baseUrl=RAW(%s)"
                .formatted(provider, baseUrl));

    assertThat(failure)
        .hasMessageStartingWith("baseUrl ")
        .hasMessageEndingWith(" " + like)
        .hasMessageNotContaining("word");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://ark.example/api/v3/files",
        "https://ark.example/api/v3/files/",
        "https://ark.example/api/v3/files//",
        "https://ark.example/api/v3/Files",
        "https://ark.example/files",
        "https://ark.example/api/v3/f%69les",
        "https://ark.example/api/v3/responses",
        "https://ark.example/api/v3/RESPONSES/",
        "https://ark.example/openai/v1/files",
        "https://ark.example/api/v3/files?limit=1",
        "https://ark.example/api/v3/responses#x"
      })
  void refusesTheAddressOfOneResource(String baseUrl) {
    for (String provider : List.of("ark", "azure", "openai")) {
      for (String resource : List.of("files?operation=list", "responses?operation=delete")) {
        IllegalArgumentException failure =
            startFailure(
                "ark:%s&apiKey=fake-key&provider=%s&baseUrl=RAW(%s)"
                    .formatted(resource, provider, baseUrl));

        assertThat(failure).hasMessageStartingWith("baseUrl must ");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/files/v1", "/my-files", "/filesystem", "/v1/responses2"})
  void acceptsAPathThatOnlyLooksLikeAResource(String path) {
    assertThatCode(
            () ->
                start("ark:files?operation=list&apiKey=fake-key&baseUrl=https://a.example" + path))
        .doesNotThrowAnyException();
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
  void refusesAnythingButAnApiAddress(String baseUrl) {
    IllegalArgumentException failure =
        startFailure("ark:files?operation=list&apiKey=fake-key&baseUrl=RAW(%s)".formatted(baseUrl));

    assertThat(failure).hasMessageStartingWith("baseUrl ").hasMessageContaining("https://");
  }
}
