// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkComponent;
import io.github.camelark.ArkConfiguration;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.support.ArkTestSupport;
import io.github.camelark.support.CapturedLog;
import io.github.camelark.test.ScriptedReply;
import io.github.camelark.test.ScriptedServer;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedProvider;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server may repeat what it was sent, and send addresses that are secrets themselves. */
class RepeatedSecretTest extends ArkTestSupport {

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ARK    | 401 | {\"error\":{\"code\":\"KEY\",\"message\":\"wrong: KEY\",\"type\":\"KEY\",\"param\":\"KEY\"}}",
        "OPENAI | 401 | {\"error\":{\"code\":\"invalid_api_key\",\"message\":\"Incorrect API key: KEY.\"}}",
        "AZURE  | 401 | {\"error\":{\"code\":\"x\",\"message\":\"m\",\"target\":\"KEY\",\"details\":[{\"code\":\"KEY\",\"message\":\"KEY\"}],\"innererror\":{\"code\":\"KEY\"}}}",
        "ARK    | 403 | {\"message\":\"Bearer KEY\"}",
        "ARK    | 400 | {\"ResponseMetadata\":{\"Error\":{\"Code\":\"KEY\",\"Message\":\"KEY\"}}}",
        "ARK    | 500 | <html>Authorization: Bearer KEY</html>",
        "ARK    | 502 | KEY",
        "ARK    | 404 | KEY",
        "ARK    | 200 | <html>Authorization: Bearer KEY</html>",
        "ARK    | 200 | KEY",
        "ARK    | 200 | {\"error\":{\"code\":\"KEY\",\"message\":\"KEY\"}}",
        "ARK    | 200 | {\"id\":\"KEY\"}",
        "ARK    | 200 | {\"id\":\"file-1\",\"filename\":\"KEY",
      })
  void doesNotPrintAKeyThatTheServerRepeats(
      SimulatedProvider provider, int status, String template) {
    String key = simulator().apiKey(provider);
    simulator()
        .failNext(
            1,
            SimulatedFault.reply(status, "application/json", template.replace("KEY", key))
                .withHeader("X-Request-Id", key));
    try (CapturedLog log = CapturedLog.ofEverything()) {

      ArkException failure =
          fail(keyless(provider, "files?operation=retrieve&fileId=file-1&maxRetries=0"));

      assertThat(PrintedException.of(failure)).contains("***").doesNotContain(key);
      assertThat(log.text()).doesNotContain(key);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer realm=\"KEY\"", "Basic realm=\"KEY\"", "Digest KEY", "KEY"})
  void doesNotLogAKeyThatAChallengeRepeats(String challenge) {
    checkChallenge(challenge, "");
  }

  /** With a configurer of the user's, or a proxy, challenges may be answered. */
  @Test
  void doesNotLogAKeyThatAChallengeRepeatsWhereChallengesAreRead() {
    HttpClientConfigurer configurer = builder -> {};
    context.getRegistry().bind("configurer", HttpClientConfigurer.class, configurer);

    checkChallenge("Bearer Bearer realm=\"KEY\"", "&http.httpClientConfigurer=#configurer");
  }

  private void checkChallenge(String challenge, String options) {
    String key = simulator().apiKey(SimulatedProvider.ARK);
    simulator()
        .failNext(
            1,
            SimulatedFault.reply(401, "application/json", "{}")
                .withHeader("WWW-Authenticate", challenge.replace("KEY", key)));
    try (CapturedLog log = CapturedLog.ofEverything()) {

      ArkException failure = fail(keyless(SimulatedProvider.ARK, "files?operation=list" + options));

      assertThat(failure.status()).isEqualTo(401);
      assertThat(log.text()).doesNotContain(key);
    }
  }

  @ParameterizedTest
  @EnumSource(SimulatedProvider.class)
  void doesNotPrintAKeyAcrossTheTruncationOfTheBody(SimulatedProvider provider) {
    String key = simulator().apiKey(provider);
    for (int position = 1000; position < 1024; position++) {
      simulator()
          .failNext(1, SimulatedFault.reply(400, "text/html", "<" + "x".repeat(position) + key));

      ArkException failure = fail(keyless(provider, "files?operation=list"));

      assertThat(failure.body()).doesNotContain(key.substring(0, 4));
    }
  }

  @Test
  void doesNotLogAKeyThatAListRepeats() {
    String key = simulator().apiKey(SimulatedProvider.ARK);
    simulator()
        .failNext(
            1,
            SimulatedFault.reply(
                200,
                "application/json",
                "{\"data\":[\"KEY\",{\"zzz\":\"KEY\"},{\"id\":\"file-1\"}],\"has_more\":true}"
                    .replace("KEY", key)));
    simulator().failNext(1, SimulatedFault.status(400));
    try (CapturedLog log = CapturedLog.ofEverything()) {

      Exchange exchange =
          send(keyless(SimulatedProvider.ARK, "files?operation=list&paging=all"), null);

      assertThat(exchange.getException()).isNotNull();
      assertThat(log.warnings()).isNotEmpty();
      assertThat(log.text()).doesNotContain(key);
    }
  }

  @Test
  void doesNotLogTheKeyOfACallThatSucceeds() {
    simulator().addFiles(SimulatedProvider.ARK, 3);
    try (CapturedLog log = CapturedLog.ofEverything()) {

      Exchange exchange = send(keyless(SimulatedProvider.ARK, "files?operation=list"), null);

      assertThat(exchange.getException()).isNull();
      assertThat(log.text()).doesNotContain(simulator().apiKey(SimulatedProvider.ARK));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"file-1\",\"download_url\":\"https://tos.example/f?sign=s3cret\",\"filename\":\"a",
        "{\"id\":\"file-1\",\"download_url\":\"https://tos.example/f?sign=s3cret",
        "{\"id\":\"file-2\",\"download_url\":\"https://tos.example/f?sign=s3cret\"}",
        "{\"filename\":\"a.pdf\",\"download_url\" : \"https://tos.example/f?sign=s3cret\"}",
        "{\"id\":\"file-1\",\"download_url\":\"https://tos.example/f?sign=s3cret\"} trailing",
        "{\"error\":{\"message\":\"see {\\\"download_url\\\":\\\"https://tos.example/f?sign=s3cret\\\"}\"}}",
      })
  void doesNotPrintAPreSignedAddress(String body) {
    simulator().failNext(1, SimulatedFault.reply(200, "application/json", body));
    try (CapturedLog log = CapturedLog.ofEverything()) {

      ArkException failure =
          fail(keyless(SimulatedProvider.ARK, "files?operation=retrieve&fileId=file-1"));

      assertThat(failure).isExactlyInstanceOf(ArkProtocolException.class);
      assertThat(PrintedException.of(failure)).doesNotContain("s3cret");
      assertThat(log.text()).doesNotContain("s3cret");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
        "HTTP/1.1 200 OK\r\n",
        "",
      })
  void doesNotPrintAPreSignedAddressInAReplyThatIsNotHttp(String before) throws Exception {
    String body = "{\"id\":\"file-1\",\"download_url\":\"https://tos.example/f?sign=s3cret\"}";
    try (ScriptedServer server =
            ScriptedServer.start(ScriptedReply.raw(before + body + "\r\n\r\n"));
        CapturedLog log = CapturedLog.ofEverything()) {
      String uri = keyless(SimulatedProvider.ARK, "files?operation=retrieve&fileId=file-1");
      context
          .getComponent("ark", ArkComponent.class)
          .getConfiguration()
          .setBaseUrl(server.baseUrl());

      // without the search of every failure for secrets, which says less
      Exception failure = context.createProducerTemplate().send(uri, exchange -> {}).getException();

      assertThat(failure).isExactlyInstanceOf(ArkProtocolException.class);
      assertThat(PrintedException.of(failure)).doesNotContain("s3cret");
      assertThat(log.text()).doesNotContain("s3cret");
    }
  }

  @Test
  void doesNotLogAPreSignedAddressOfAnEntryThatIsNoFile() {
    simulator()
        .failNext(
            1,
            SimulatedFault.reply(
                200,
                "application/json",
                "{\"data\":[{\"download_url\":\"https://tos.example/f?sign=s3cret\"}]}"));
    try (CapturedLog log = CapturedLog.ofEverything()) {

      Exchange exchange = send(ark("files?operation=list&paging=stream"), null);

      assertThat(exchange.getMessage().getBody(Iterator.class).hasNext()).isFalse();
      assertThat(log.warnings()).anyMatch(line -> line.contains("no file"));
      assertThat(log.text()).doesNotContain("s3cret");
    }
  }

  /** The URI has no key: Camel itself logs a URI as it is when its loggers are at DEBUG. */
  private String keyless(SimulatedProvider provider, String call) {
    ArkConfiguration configuration =
        context.getComponent("ark", ArkComponent.class).getConfiguration();
    configuration.setProvider(provider.name().toLowerCase(Locale.ROOT));
    configuration.setBaseUrl(simulator().baseUrl(provider));
    configuration.setApiKey(simulator().apiKey(provider));
    configuration.setRetryDelay(Duration.ZERO);
    configuration.setRequestsPerSecond(0.0);
    return "ark:" + call;
  }

  private ArkException fail(String uri) {
    return send(uri, null).getException(ArkException.class);
  }
}
