// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.keys;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static io.github.camelark.test.SimulatedProvider.AZURE;
import static io.github.camelark.test.SimulatedProvider.OPENAI;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkConfiguration;
import io.github.camelark.ArkEndpoint;
import io.github.camelark.ArkInternals;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.RecordedRequest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an endpoint takes over from the component: keys stay with their service. */
class KeyInheritanceTest extends RouteTestSupport {

  private ArkConfiguration shared;

  @BeforeEach
  void configureTheComponent() {
    shared = component().getConfiguration();
    shared.setBaseUrl(simulator().baseUrl(ARK));
    shared.setApiKey(simulator().apiKey(ARK));
    ArkInternals.setEnvironment(component(), name -> null);
  }

  @Test
  void endpointOfTheSameServiceTakesOverKeyAndAddress() {
    call("ark:files?operation=list");

    assertThat(simulator().journal()).extracting(RecordedRequest::status).containsExactly(200);
  }

  @Test
  void endpointThatNamesTheSameProviderTakesOverKeyAndAddress() {
    call("ark:files?operation=list&provider=ark");

    assertThat(simulator().journal()).extracting(RecordedRequest::status).containsExactly(200);
  }

  @Test
  void endpointWithAnotherPathOnTheSameHostTakesOverTheKey() {
    send(
        "ark:files?operation=list&baseUrl=http://127.0.0.1:" + simulator().port() + "/other", null);

    assertThat(simulator().journal())
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.path()).isEqualTo("/other/files");
              assertThat(request.header("Authorization")).isEqualTo("Bearer ***");
            });
  }

  @Test
  void sameHostMayBeWrittenInAnotherWay() {
    shared.setBaseUrl("https://Ark.example:443/api/v3/");

    ArkEndpoint endpoint =
        context.getEndpoint(
            "ark:files?operation=list&baseUrl=https://ark.EXAMPLE/api/v3", ArkEndpoint.class);

    assertThat(endpoint.getConfiguration().getApiKey()).isEqualTo(simulator().apiKey(ARK));
  }

  @Test
  void endpointOfAnotherProviderTakesOverNoKey() {
    IllegalArgumentException failure =
        startFailure(
            "ark:files?operation=list&provider=openai&baseUrl=" + simulator().baseUrl(OPENAI));

    assertThat(failure)
        .hasMessageContainingAll(
            "the component has a key", "another provider, so it is not used: set");
  }

  @Test
  void endpointOfAnotherProviderTakesOverNoKeyForTheSameAddressEither() {
    IllegalArgumentException failure =
        startFailure(
            "ark:files?operation=list&provider=openai&baseUrl=" + simulator().baseUrl(ARK));

    assertThat(failure)
        .hasMessageContainingAll(
            "the component has a key", "another provider, so it is not used: set");
  }

  @Test
  void endpointOfAnotherProviderTakesOverNoAddress() {
    ArkEndpoint endpoint =
        context.getEndpoint(
            "ark:files?operation=list&provider=openai&apiKey=fake-key", ArkEndpoint.class);

    assertThat(endpoint.getConfiguration().getBaseUrl()).isNull();
    assertThat(endpoint.getServiceUrl()).isEqualTo("https://api.openai.com/v1");
  }

  @Test
  void endpointOnAzureNeedsAnAddressOfItsOwn() {
    IllegalArgumentException failure =
        startFailure("ark:files?operation=list&provider=azure&apiKey=fake-key");

    assertThat(failure).hasMessageContaining("baseUrl is required on provider azure");
  }

  @Test
  void endpointOfAnotherProviderTakesOverNoApiVersion() {
    shared.setApiVersion("2099-01-01-preview");

    call(uri(AZURE, "files?operation=list"));

    assertThat(simulator().journal())
        .extracting(RecordedRequest::query)
        .containsExactly("api-version=2024-10-21");
  }

  @Test
  void endpointOfTheSameProviderTakesOverTheApiVersion() {
    shared.setProvider("azure");
    shared.setBaseUrl(simulator().baseUrl(AZURE));
    shared.setApiKey(simulator().apiKey(AZURE));
    shared.setApiVersion("2099-01-01-preview");

    call("ark:files?operation=list");

    assertThat(simulator().journal())
        .extracting(RecordedRequest::query)
        .containsExactly("api-version=2099-01-01-preview");
  }

  @Test
  void endpointOnAnotherPortTakesOverNoKey() {
    try (ArkSimulator other = ArkSimulator.start()) {
      IllegalArgumentException failure =
          startFailure("ark:files?operation=list&baseUrl=" + other.baseUrl(ARK));

      assertThat(failure)
          .hasMessageContainingAll(
              "the component has a key", "another port, so it is not used: set");
      assertThat(other.journal()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://127.0.0.1:%d/api/v3, scheme",
    "http://localhost:%d/api/v3, host",
    "http://127.0.0.1:1/api/v3, port",
    "http://127.0.0.2:%d/api/v3, host"
  })
  void endpointOnAnotherHostTakesOverNoKey(String baseUrl, String part) {
    IllegalArgumentException failure =
        startFailure("ark:files?operation=list&baseUrl=" + baseUrl.formatted(simulator().port()));

    assertThat(failure)
        .hasMessageContainingAll(
            "the component has a key", "another " + part + ", so it is not used: set");
  }

  @Test
  void componentWithoutAnAddressGivesNoKey() {
    shared.setProvider("azure");
    shared.setBaseUrl(null);

    IllegalArgumentException failure =
        startFailure("ark:files?operation=list&baseUrl=https://name.openai.azure.com");

    assertThat(failure)
        .hasMessageContainingAll(
            "another host, so it is not used: set apiKey on the endpoint, or the environment"
                + " variable AZURE_OPENAI_API_KEY",
            "the component: azure at no address");
  }

  @Test
  void emptyKeyOrAddressOfAnEndpointIsNone() {
    call("ark:files?operation=list&apiKey=&baseUrl=&apiVersion=");

    assertThat(simulator().journal()).extracting(RecordedRequest::status).containsExactly(200);
  }

  @Test
  void endpointOnAnotherHostMayHaveAKeyOfItsOwn() {
    shared.setBaseUrl("https://ark.example/api/v3");

    call(ark("files?operation=list"));

    assertThat(simulator().journal()).extracting(RecordedRequest::status).containsExactly(200);
  }

  @Test
  void keyOfTheDefaultAddressIsNotTakenOverByAnother() {
    shared.setBaseUrl(null);

    IllegalArgumentException failure =
        startFailure("ark:files?operation=list&baseUrl=" + simulator().baseUrl(ARK));

    assertThat(failure)
        .hasMessageContainingAll("the component has a key", "another host, so it is not used: set");
  }

  @Test
  void endpointOfTheSameServiceTakesOverOAuth2() {
    shared.setBaseUrl("https://ark.example/api/v3");
    shared.setApiKey(null);
    shared.setHttpOptions(oauth2());

    ArkEndpoint endpoint = context.getEndpoint("ark:files?operation=list", ArkEndpoint.class);

    assertThat(endpoint.getConfiguration().getHttpOptions()).containsAllEntriesOf(oauth2());
  }

  @Test
  void endpointOnAnotherHostTakesOverNoOAuth2ButTheProxy() {
    shared.setBaseUrl("https://ark.example/api/v3");
    Map<String, Object> options = oauth2();
    options.put("proxyHost", "proxy.example");
    options.put("proxyPort", "3128");
    shared.setHttpOptions(options);

    ArkEndpoint endpoint =
        context.getEndpoint(
            "ark:files?operation=list&apiKey=fake-key&baseUrl=https://other.example",
            ArkEndpoint.class);

    assertThat(endpoint.getConfiguration().getHttpOptions())
        .containsOnlyKeys("proxyHost", "proxyPort");
  }

  @Test
  void endpointOfAnotherProviderTakesOverNoOAuth2() {
    shared.setBaseUrl("https://ark.example/api/v3");
    shared.setApiKey(null);
    shared.setHttpOptions(oauth2());

    IllegalArgumentException failure = startFailure("ark:files?operation=list&provider=openai");

    assertThat(failure)
        .hasMessageContainingAll(
            "the component has OAuth 2.0", "another provider, so it is not used: set");
  }

  @Test
  void endpointDoesNotChangeWhatTheComponentHas() {
    context.getEndpoint(
        "ark:files?operation=list&limit=7&http.proxyHost=127.0.0.1&http.proxyPort=1");

    assertThat(shared.getLimit()).isNull();
    assertThat(shared.getHttpOptions()).isEmpty();
    assertThat(shared.getApiKey()).isEqualTo(simulator().apiKey(ARK));
  }

  private static Map<String, Object> oauth2() {
    return new HashMap<>(
        Map.of(
            "oauth2ClientId", "client",
            "oauth2ClientSecret", "fake-secret",
            "oauth2TokenEndpoint", "https://login.example/token"));
  }
}
