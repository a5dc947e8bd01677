// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.ScriptedReply;
import io.github.camelark.test.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A key is not sent in the clear, but to this machine, named by a literal. */
class PlainHttpTest extends RouteTestSupport {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/api/v3",
        "http://127.0.0.1:8080/api/v3",
        "http://127.1.2.3/api/v3",
        "http://127.255.255.254/api/v3",
        "http://localhost/api/v3",
        "http://LOCALHOST:8080/api/v3",
        "http://[::1]/api/v3",
        "http://[::1]:8080/api/v3",
        "https://ark.example/api/v3"
      })
  void isAllowedOnThisMachine(String baseUrl) {
    assertThatCode(() -> context.getEndpoint(endpoint(baseUrl))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1.evil.example/api/v3",
        "http://localhost.example/api/v3",
        "http://localhost.localdomain/api/v3",
        "http://notlocalhost/api/v3",
        "http://0.0.0.0/api/v3",
        "http://128.0.0.1/api/v3",
        "http://10.0.0.1/api/v3",
        "http://192.168.0.1/api/v3",
        "http://[::]/api/v3",
        "http://[::2]/api/v3",
        "http://[::ffff:10.0.0.1]/api/v3",
        "http://ark.example/api/v3",
        "http://ark.cn-beijing.volces.com/api/v3",
        "HTTP://ark.example/api/v3"
      })
  void isRefusedForOtherHosts(String baseUrl) {
    IllegalArgumentException failure = startFailure(endpoint(baseUrl));

    assertThat(failure).hasMessageContainingAll("baseUrl", "http://", "https://", "allowPlainHttp");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.256/v3", "http://127.1/v3", "http://2130706433/v3"})
  void isNotFooledByAddressLookalikes(String baseUrl) {
    IllegalArgumentException failure = startFailure(endpoint(baseUrl));

    assertThat(failure).hasMessageContaining("baseUrl");
  }

  @Test
  void isAllowedIfTheNetworkIsSafe() {
    assertThatCode(
            () -> context.getEndpoint(endpoint("http://ark.example/api/v3&allowPlainHttp=true")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"azure, http://gateway.example", "openai, http://gateway.example/v1"})
  void isRefusedOnEveryProvider(String provider, String baseUrl) {
    IllegalArgumentException failure = startFailure(endpoint(baseUrl + "&provider=" + provider));

    assertThat(failure).hasMessageContaining("allowPlainHttp");
  }

  /** Envoy answers 403 to a request that offers it. */
  @Test
  void isNotUpgradedToTls() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(ScriptedReply.of(200, "{\"data\":[]}"))) {
      send(endpoint(server.baseUrl()), null);

      assertThat(server.heads())
          .singleElement()
          .asString()
          .contains("GET /files")
          .doesNotContainIgnoringCase("Upgrade");
    }
  }

  private static String endpoint(String baseUrl) {
    return "ark:files?operation=list&apiKey=fake-key&baseUrl=" + baseUrl;
  }
}
