// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.options;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ch.qos.logback.classic.Level;
import io.github.camelark.ArkEndpoint;
import io.github.camelark.support.CapturedLog;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.ScriptedReply;
import io.github.camelark.test.ScriptedServer;
import java.util.Map;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.util.SensitiveUtils;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The options that are passed on to camel-http. */
class HttpOptionsTest extends RouteTestSupport {

  private static final HttpClientConfigurer ADDS_A_HEADER =
      builder ->
          builder.addRequestInterceptorFirst(
              (request, entity, context) -> request.addHeader("X-Configured", "yes"));

  @Test
  void letsAConfigurerChangeTheClient() {
    context.getRegistry().bind("configurer", ADDS_A_HEADER);

    call(ark("files?operation=list&http.httpClientConfigurer=#configurer"));

    assertThat(simulator().journal())
        .extracting(request -> request.header("X-Configured"))
        .containsExactly("yes");
  }

  @Test
  void inheritsAConfigurerFromTheComponent() {
    component().getConfiguration().setHttpOptions(Map.of("httpClientConfigurer", ADDS_A_HEADER));

    call(ark("files?operation=list"));

    assertThat(simulator().journal())
        .extracting(request -> request.header("X-Configured"))
        .containsExactly("yes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"httpClientConfigurer", "x509HostnameVerifier"})
  void warnsAboutUnsafeClientOptions(String option) {
    context.getRegistry().bind("httpClientConfigurer", ADDS_A_HEADER);
    context.getRegistry().bind("x509HostnameVerifier", new DefaultHostnameVerifier());
    try (CapturedLog log = CapturedLog.ofTheComponent()) {
      call(ark("files?operation=list&http.%s=#%s".formatted(option, option)));

      assertThat(log.messages(Level.WARN))
          .singleElement()
          .asString()
          .contains("http." + option)
          .doesNotContain("simulator-ark-key");
    }
  }

  @Test
  void warnsAboutNothingElse() {
    try (CapturedLog log = CapturedLog.ofTheComponent()) {
      context.getEndpoint(ark("files?operation=list&http.proxyHost=127.0.0.1&http.proxyPort=3128"));

      assertThat(log.messages(Level.WARN)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "proxyAuthScheme=http",
        "proxyAuthMethod=Basic",
        "proxyAuthUsername=u",
        "proxyAuthPassword=fake-password",
        "proxyAuthDomain=d",
        "proxyAuthNtHost=h",
        "proxyAuthHost=127.0.0.1",
        "proxyAuthPort=3128"
      })
  void passesOnTheOptionsOfAProxy(String option) {
    assertThatCode(
            () ->
                context.getEndpoint(
                    ark(
                        "files?operation=list&http.proxyHost=127.0.0.1&http.proxyPort=3128"
                            + "&http."
                            + option)))
        .doesNotThrowAnyException();
  }

  @Test
  void acceptsTheOtherNamesOfAProxysAddress() throws Exception {
    try (ScriptedServer proxy = ScriptedServer.start(ScriptedReply.of(200, "{\"data\":[]}"))) {
      call(
          ark(
              "files?operation=list&http.proxyAuthHost=127.0.0.1&http.proxyAuthPort="
                  + proxy.port()));

      assertThat(proxy.journal()).hasSize(1);
    }
  }

  /** Otherwise calls would silently go past the proxy. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "proxyHost=proxy.example",
        "proxyPort=3128",
        "proxyAuthUsername=u",
        "proxyAuthHost=proxy.example"
      })
  void refusesAProxyWithoutAnAddress(String option) {
    IllegalArgumentException failure = startFailure(ark("files?operation=list&http." + option));

    assertThat(failure).hasMessageContainingAll("http.proxyHost", "http.proxyPort");
  }

  @Test
  void oauth2ReplacesTheKey() throws Exception {
    ArkEndpoint endpoint =
        context.getEndpoint(
            "ark:files?operation=list&baseUrl=https://ark.example/api/v3&http.oauth2ClientId=c"
                + "&http.oauth2ClientSecret=fake-secret"
                + "&http.oauth2TokenEndpoint=https://login.example/token",
            ArkEndpoint.class);

    assertThat(endpoint.getConfiguration().getApiKey()).isNull();
  }

  @Test
  void acceptsOAuth2WithoutItsPrefixSoThatCamelHidesTheSecret() {
    ArkEndpoint endpoint =
        context.getEndpoint(
            "ark:files?operation=list&baseUrl=https://ark.example/api/v3&http.clientId=c"
                + "&http.clientSecret=fake-secret"
                + "&http.tokenEndpoint=https://login.example/token&http.scope=s",
            ArkEndpoint.class);

    assertThat(endpoint.getConfiguration().getHttpOptions())
        .isEqualTo(
            Map.of(
                "oauth2ClientId", "c",
                "oauth2ClientSecret", "fake-secret",
                "oauth2TokenEndpoint", "https://login.example/token",
                "oauth2Scope", "s"));
    assertThat(SensitiveUtils.containsSensitive("camel.component.ark.http-options.clientSecret"))
        .isTrue();
  }

  @Test
  void refusesAnOptionUnderBothOfItsNames() {
    IllegalArgumentException failure =
        startFailure(
            ark("files?operation=list&http.clientSecret=fake-secret&http.oauth2ClientSecret=b"));

    assertThat(failure)
        .hasMessage(
            "http.clientSecret and http.oauth2ClientSecret are the same option: leave one of them"
                + " out");
  }

  @Test
  void acceptsTheComponentsOAuth2UnderEitherName() {
    component()
        .getConfiguration()
        .setHttpOptions(
            Map.of(
                "oauth2ClientId", "c",
                "clientSecret", "fake-secret",
                "tokenEndpoint", "https://login.example/token"));

    ArkEndpoint endpoint =
        context.getEndpoint("ark:files?operation=list&http.oauth2ClientId=d", ArkEndpoint.class);

    assertThat(endpoint.getConfiguration().getHttpOptions())
        .isEqualTo(
            Map.of(
                "oauth2ClientId", "d",
                "oauth2ClientSecret", "fake-secret",
                "oauth2TokenEndpoint", "https://login.example/token"));
  }

  @Test
  void goesThroughAProxy() throws Exception {
    try (ScriptedServer proxy =
        ScriptedServer.start(ScriptedReply.of(200, "{\"data\":[{\"id\":\"file-1\"}]}"))) {
      call(ark("files?operation=list&http.proxyHost=127.0.0.1&http.proxyPort=" + proxy.port()));

      assertThat(proxy.journal())
          .singleElement()
          .extracting(RecordedRequest::method, RecordedRequest::path)
          .containsExactly("GET", simulator().baseUrl(ARK) + "/files");
      assertThat(simulator().journal()).isEmpty();
    }
  }

  @Test
  void refusesPlainHttpToThisMachineThroughAProxyElsewhere() {
    IllegalArgumentException failure =
        startFailure(ark("files?operation=list&http.proxyHost=proxy.example&http.proxyPort=3128"));

    assertThat(failure).hasMessageContainingAll("http.proxyHost", "https://", "allowPlainHttp");
  }

  @Test
  void keepsThePasswordOfTheComponentsProxyFromAnotherProxy() {
    component()
        .getConfiguration()
        .setHttpOptions(
            Map.of(
                "proxyHost", "127.0.0.1",
                "proxyPort", "3128",
                "proxyAuthUsername", "user",
                "proxyAuthPassword", "fake-password"));

    ArkEndpoint endpoint =
        context.getEndpoint(
            ark("files?operation=list&http.proxyHost=localhost&http.proxyPort=3129"),
            ArkEndpoint.class);

    assertThat(endpoint.getConfiguration().getHttpOptions())
        .isEqualTo(Map.of("proxyHost", "localhost", "proxyPort", "3129"));
  }
}
