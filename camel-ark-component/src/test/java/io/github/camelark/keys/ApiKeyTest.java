// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.keys;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static io.github.camelark.test.SimulatedProvider.AZURE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkInternals;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.ScriptedReply;
import io.github.camelark.test.ScriptedServer;
import io.github.camelark.test.SimulatedProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the key is sent, and what cannot be one. */
class ApiKeyTest extends RouteTestSupport {

  @ParameterizedTest
  @CsvSource({
    "ARK, Authorization, Bearer ***, api-key",
    "AZURE, api-key, ***, Authorization",
    "OPENAI, Authorization, Bearer ***, api-key"
  })
  void isSentAsTheProviderWantsIt(
      SimulatedProvider provider, String header, String value, String otherHeader) {
    call(uri(provider, "files?operation=list"));

    RecordedRequest request = simulator().journal().get(0);
    assertThat(request.header(header)).isEqualTo(value);
    assertThat(request.header(otherHeader)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s ", " %s", "\t%s\r\n", "\n%s\n"})
  void isTrimmed(String written) {
    component().getConfiguration().setBaseUrl(simulator().baseUrl(ARK));
    component().getConfiguration().setApiKey(written.formatted(simulator().apiKey(ARK)));

    call("ark:files?operation=list");

    assertThat(simulator().journal()).extracting(RecordedRequest::status).containsExactly(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"fake\r\nX-Evil: 1", "fake\nkey", "fake\u0000key", "fake\u007fkey", "fake\tkey"})
  void isRefusedWithAControlCharacter(String key) {
    component().getConfiguration().setApiKey(key);

    IllegalArgumentException failure = startFailure("ark:files?operation=list");

    assertThat(failure).hasMessageContaining("apiKey").hasMessageNotContaining("fake");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "Bearer fake-key, Bearer",
        "bearer fake-key, Bearer",
        "BEARER  fake-key, Bearer",
        "Bearer, Bearer",
        "fake key, blank",
        "fake key , blank",
        "\"fake-key\", quotes",
        "'fake-key', quotes",
        "`fake-key`, quotes",
        "fake-key', quotes",
        "${FAKE_KEY}, placeholder",
        "\u201cfake-key\u201d, ASCII",
        "fake\u00a0key, ASCII"
      })
  void isRefusedWithTextCopiedAlong(String key, String fix) {
    component().getConfiguration().setApiKey(key);

    IllegalArgumentException failure = startFailure("ark:files?operation=list");

    assertThat(failure).hasMessageContainingAll("apiKey", fix).hasMessageNotContaining("fake");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bearerkey", "Bearer-key", "a\"b", "k=="})
  void isSentEvenIfItLooksOdd(String key) throws Exception {
    try (ScriptedServer server = ScriptedServer.start(ScriptedReply.of(200, "{\"data\":[]}"))) {
      call("ark:files?operation=list&baseUrl=" + server.baseUrl() + "&apiKey=RAW(" + key + ")");

      assertThat(server.heads().get(0)).contains("\r\nAuthorization: Bearer " + key + "\r\n");
    }
  }

  @Test
  void isRefusedInTheEnvironmentByItsName() {
    ArkInternals.setEnvironment(component(), name -> "\"fake-key\"");

    IllegalArgumentException failure = startFailure("ark:files?operation=list");

    assertThat(failure).hasMessage("environment variable ARK_API_KEY is in quotes: remove them");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t"})
  void isMissingIfItIsBlank(String key) {
    component().getConfiguration().setBaseUrl(simulator().baseUrl(ARK));
    component().getConfiguration().setApiKey(key);

    IllegalArgumentException failure = startFailure("ark:files?operation=list");

    assertThat(failure)
        .hasMessageContainingAll("apiKey is missing: set it", "ARK_API_KEY", "127.0.0.1");
  }

  @Test
  void stopsARouteFromStartingIfItIsMissing() {
    IllegalArgumentException failure =
        routeFailure(
            "ark:files?operation=list&provider=azure&baseUrl=" + simulator().baseUrl(AZURE));

    assertThat(failure).hasMessageContainingAll("apiKey", "AZURE_OPENAI_API_KEY");
  }
}
