// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.keys;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.camelark.ArkInternals;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.ScriptedReply;
import io.github.camelark.test.ScriptedServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The environment's key is for the provider's own hosts, unless it is written out. */
class EnvironmentKeyTest extends RouteTestSupport {

  private final List<String> read = new CopyOnWriteArrayList<>();
  private Map<String, String> variables =
      Map.of(
          "ARK_API_KEY", "fake-environment-key",
          "AZURE_OPENAI_API_KEY", "fake-environment-key",
          "OPENAI_API_KEY", "fake-environment-key");

  @BeforeEach
  void fakeTheEnvironment() {
    ArkInternals.setEnvironment(
        component(),
        name -> {
          read.add(name);
          return variables.get(name);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "ark, '', ARK_API_KEY",
    "ark, https://ark.cn-beijing.volces.com/api/v3, ARK_API_KEY",
    "ark, https://ark.cn-beijing.volces.com:443/api/v3, ARK_API_KEY",
    "ark, https://ARK.CN-BEIJING.VOLCES.COM/api/v3, ARK_API_KEY",
    "ark, https://ark.ap-southeast.bytepluses.com/api/v3, ARK_API_KEY",
    "ark, https://ark.eu-west.bytepluses.com/api/v3, ARK_API_KEY",
    "azure, https://name.openai.azure.com, AZURE_OPENAI_API_KEY",
    "azure, https://name.cognitiveservices.azure.com, AZURE_OPENAI_API_KEY",
    "azure, https://name.openai.azure.us, AZURE_OPENAI_API_KEY",
    "azure, https://name.openai.azure.cn, AZURE_OPENAI_API_KEY",
    "azure, https://westeurope.api.cognitive.microsoft.com, AZURE_OPENAI_API_KEY",
    "azure, https://name.services.ai.azure.com, AZURE_OPENAI_API_KEY",
    "openai, '', OPENAI_API_KEY",
    "openai, https://api.openai.com/v1, OPENAI_API_KEY"
  })
  void isUsedForTheProvidersOwnHosts(String provider, String baseUrl, String variable) {
    assertThatCode(() -> start(endpoint(provider, baseUrl))).doesNotThrowAnyException();

    assertThat(read).containsExactly(variable);
  }

  @ParameterizedTest
  @CsvSource({
    "ark, https://evilvolces.com/api/v3",
    "ark, https://volces.com.evil.example/api/v3",
    "ark, https://ark.volces.com.evil.example/api/v3",
    "ark, https://evil.example/ark.cn-beijing.volces.com/api/v3",
    "ark, https://ark.cn-beijing.volces.co/api/v3",
    "ark, https://ark-volces.com/api/v3",
    "ark, https://evilbytepluses.com/api/v3",
    "ark, https://name.openai.azure.com",
    "ark, https://api.openai.com/v1",
    "ark, https://gateway.example/api/v3",
    "ark, https://127.0.0.1/api/v3",
    "azure, https://evilopenai.azure.com",
    "azure, https://name.openai.azure.com.evil.example",
    "azure, https://azure.com",
    "azure, https://name.azurewebsites.net",
    "azure, https://name.openai.azure.de",
    "azure, https://evilservices.ai.azure.com",
    "azure, https://api.cognitive.microsoft.com",
    "azure, https://name.ai.azure.com",
    "azure, https://ark.cn-beijing.volces.com",
    "openai, https://evilapi.openai.com/v1",
    "openai, https://api.openai.com.evil.example/v1",
    "openai, https://files.openai.com/v1",
    "openai, https://openai.com/v1"
  })
  void isNotUsedForAnyOther(String provider, String baseUrl) {
    IllegalArgumentException failure = startFailure(endpoint(provider, baseUrl));

    assertThat(failure).hasMessageContainingAll("apiKey is missing", "{{env:");
    assertThat(read).isEmpty();
  }

  @Test
  void isNotUsedOverPlainHttp() {
    IllegalArgumentException failure =
        startFailure(endpoint("ark", "http://ark.cn-beijing.volces.com/api/v3"));

    assertThat(failure).hasMessageContainingAll("apiKey is missing", "https only");
    assertThat(read).isEmpty();
  }

  @Test
  void isNotReadForTheSimulator() {
    startFailure("ark:files?operation=list&baseUrl=" + simulator().baseUrl(ARK));

    assertThat(read).isEmpty();
  }

  @Test
  void isNotReadIfThereIsAnApiKey() throws Exception {
    start("ark:files?operation=list&apiKey=fake-key");

    assertThat(read).isEmpty();
  }

  @Test
  void isNotReadIfTheComponentHasAnApiKey() throws Exception {
    component().getConfiguration().setApiKey("fake-key");

    start("ark:files?operation=list");

    assertThat(read).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ark, '', ARK_API_KEY",
    "azure, https://name.openai.azure.com, AZURE_OPENAI_API_KEY",
    "openai, '', OPENAI_API_KEY"
  })
  void isNamedIfThereIsNoKey(String provider, String baseUrl, String variable) {
    variables = Map.of();

    IllegalArgumentException failure = startFailure(endpoint(provider, baseUrl));

    assertThat(failure).hasMessageContainingAll("apiKey", "environment variable " + variable);
  }

  @Test
  void isIgnoredIfBlank() {
    variables = Map.of("ARK_API_KEY", " \t\n");

    IllegalArgumentException failure = startFailure("ark:files?operation=list");

    assertThat(failure).hasMessageContaining("apiKey is missing");
  }

  @Test
  void isUsedForAnyHostIfWrittenInTheUri() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(ScriptedReply.of(200, "{\"data\":[]}"))) {
      call(
          "ark:files?operation=list&apiKey=RAW({{env:PATH}})&baseUrl="
              + server.baseUrl()
              + "/api/v3");

      String sent = "\r\nAuthorization: Bearer " + System.getenv("PATH").trim() + "\r\n";
      assertThat(server.heads().get(0).contains(sent)).isTrue();
    }
  }

  private static String endpoint(String provider, String baseUrl) {
    return "ark:files?operation=list&provider="
        + provider
        + (baseUrl.isEmpty() ? "" : "&baseUrl=" + baseUrl);
  }
}
