// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.secrecy;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import io.github.camelark.ArkEndpoint;
import io.github.camelark.support.CapturedLog;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.SimulatedFault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key is never printed: not in messages, not by toString, not in logs. */
class SecrecyTest extends RouteTestSupport {

  private static final String SECRET = "simulator-ark-key";

  @Test
  void hidesTheKeyInTheTextFormOfAnEndpoint() {
    ArkEndpoint endpoint = context.getEndpoint(ark("files?operation=list"), ArkEndpoint.class);

    assertThat(endpoint.toString()).doesNotContain(SECRET).contains("apiKey=xxxxxx");
    assertThat(endpoint.getConfiguration().toString()).doesNotContain(SECRET);
    assertThat(endpoint.getServiceUrl()).doesNotContain(SECRET);
    assertThat(endpoint.getServiceMetadata().toString()).doesNotContain(SECRET);
  }

  /** Where the key is in the URI, Camel knows the endpoint by all of it. */
  @Test
  void keepsTheKeyOfTheComponentOutOfTheUriOfAnEndpoint() throws Exception {
    component().getConfiguration().setApiKey(SECRET);
    component().getConfiguration().setBaseUrl(simulator().baseUrl(ARK));
    simulator().addFile(ARK);

    call("ark:files?operation=retrieve", "file-0001", Map.of());

    ArkEndpoint endpoint = context.getEndpoint("ark:files?operation=retrieve", ArkEndpoint.class);
    assertThat(endpoint.getConfiguration().getApiKey()).isEqualTo(SECRET);
    assertThat(endpoint.getEndpointUri()).startsWith("ark://files").doesNotContain(SECRET);
    assertThat(endpoint.getEndpointKey()).doesNotContain(SECRET);
    assertThat(endpoint.getEndpointBaseUri()).doesNotContain(SECRET);
    assertThat(endpoint.toString()).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 429, 500})
  void hidesTheKeyThatAServerRepeats(int status) {
    simulator()
        .failNext(
            3,
            SimulatedFault.reply(
                    status,
                    "application/json",
                    "{\"error\":{\"code\":\"X\",\"message\":\"bad key %s\",\"param\":\"%s\"}}"
                        .formatted(SECRET, SECRET))
                .withHeader("x-request-id", "id-" + SECRET));

    Exception failure = send(ark("files?operation=list&maxRetries=0"), null).getException();

    assertThat(failure).isNotNull();
    assertThat(everythingOf(failure)).doesNotContain(SECRET);
  }

  @Test
  void hidesTheKeyIfAnEndpointCannotStart() {
    Throwable failure = catchThrowable(() -> context.getEndpoint(ark("files?operation=sideways")));

    assertThat(everythingOf(failure)).doesNotContain(SECRET);
  }

  @Test
  void hidesTheSecretsOfHttpOptionsIfAnEndpointCannotStart() {
    Throwable failure =
        catchThrowable(
            () ->
                context.getEndpoint(
                    "ark:files?operation=sideways&http.oauth2ClientSecret=fake-secret"
                        + "&http.proxyAuthPassword=fake-secret&http.oauth2ClientId=c"
                        + "&http.oauth2TokenEndpoint=https://login.example"));

    assertThat(everythingOf(failure)).doesNotContain("fake-secret");
  }

  /** Camel's own message about an endpoint that cannot start holds its whole URI. */
  @Test
  void doesNotRepeatAPasswordInTheAddress() {
    Throwable failure =
        catchThrowable(
            () ->
                context.getEndpoint(
                    "ark:files?operation=list&baseUrl=https://user:fake-secret@ark.example/v3"));

    assertThat(illegalArgument(failure)).hasMessageNotContaining("fake-secret");
  }

  /** Camel itself logs whole URIs at TRACE, so the key is the component's here. */
  @Test
  void logsNoKeyAtAnyLevel() throws Exception {
    simulator().addFiles(ARK, 3);
    component().getConfiguration().setApiKey(simulator().apiKey(ARK));
    component().getConfiguration().setBaseUrl(simulator().baseUrl(ARK));
    try (CapturedLog log = CapturedLog.ofEverything()) {
      deleteAllAndFailTwice("");

      assertThat(log.messages(Level.DEBUG)).isNotEmpty();
      assertThat(log.text()).doesNotContain(SECRET);
    }
  }

  @Test
  void logsNoKeyOfAUriAboveTrace() throws Exception {
    simulator().addFiles(ARK, 3);
    try (CapturedLog log = CapturedLog.ofEverything()) {
      deleteAllAndFailTwice(
          "&apiKey=" + simulator().apiKey(ARK) + "&baseUrl=" + simulator().baseUrl(ARK));

      for (Level level : List.of(Level.ERROR, Level.WARN, Level.INFO, Level.DEBUG)) {
        assertThat(log.messages(level)).noneMatch(message -> message.contains(SECRET));
      }
    }
  }

  private void deleteAllAndFailTwice(String connection) throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:start")
                .to("ark:files?operation=list&paging=stream&limit=1" + connection)
                .split(body())
                .to("ark:files?operation=delete" + connection)
                .to("log:deleted?showAll=true");
          }
        });
    send("direct:start", null);
    simulator().failNext(1, SimulatedFault.status(401));
    send("ark:files?operation=list" + connection, null);
    simulator().failNext(1, SimulatedFault.connectionReset());
    send("ark:files?operation=list&maxRetries=0" + connection, null);
    context.stop();
  }

  @Test
  void hidesTheSecretsOfTheSettingsOfAClient() {
    ArkEndpoint endpoint =
        context.getEndpoint(
            "ark:files?operation=list&baseUrl=https://ark.example&http.oauth2ClientId=c"
                + "&http.oauth2ClientSecret=fake-secret"
                + "&http.oauth2TokenEndpoint=https://login.example",
            ArkEndpoint.class);

    assertThat(endpoint.toString()).doesNotContain("fake-secret");
    assertThat(endpoint.getServiceMetadata().toString()).doesNotContain("fake-secret");
  }

  private static String everythingOf(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString() + Map.of("failure", failure);
  }
}
