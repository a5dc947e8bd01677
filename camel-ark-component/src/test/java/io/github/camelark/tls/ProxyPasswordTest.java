// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkAuthenticationException;
import io.github.camelark.error.ArkException;
import io.github.camelark.support.CapturedLog;
import io.github.camelark.test.ScriptedReply;
import io.github.camelark.test.ScriptedServer;
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The password of a proxy is sent to that proxy only. */
class ProxyPasswordTest extends ProxyTestSupport {

  static Stream<Arguments> everyCallByEachScheme() {
    return withEveryCall("https", "http");
  }

  @ParameterizedTest
  @MethodSource("everyCallByEachScheme")
  void passwordIsSentToTheProxy(String scheme, Call call) throws Exception {
    try (ScriptedServer service = service(scheme);
        ProxyServer proxy = ProxyServer.demanding(USER, PASSWORD)) {
      connect(service, scheme);
      through(proxy, PASSWORD);

      succeed(call, "");

      checkBasic(service, proxy);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https", "http"})
  void passwordIsSentByBasicIfConfigured(String scheme) throws Exception {
    try (ScriptedServer service = service(scheme);
        ProxyServer proxy = ProxyServer.demanding(USER, PASSWORD)) {
      connect(service, scheme);
      through(proxy, PASSWORD);
      component().getConfiguration().getHttpOptions().put("proxyAuthMethod", "Basic");

      succeed(Call.DELETE, "");

      checkBasic(service, proxy);
    }
  }

  private static void checkBasic(ScriptedServer service, ProxyServer proxy) {
    assertThat(service.heads()).hasSize(1);
    assertThat(proxy.heads())
        .extracting(head -> head.header("Proxy-Authorization"))
        .containsExactly(null, ProxyServer.basic(USER, PASSWORD));
  }

  /** The proxy would take the password itself too. */
  @ParameterizedTest
  @CsvSource({"https, Digest", "http, Digest", "https, ''", "http, ''"})
  void digestProvesThePassword(String scheme, String method) throws Exception {
    try (ScriptedServer service = service(scheme);
        ProxyServer proxy = ProxyServer.takingDigest(USER, PASSWORD)) {
      connect(service, scheme);
      through(proxy, PASSWORD);
      if (!method.isEmpty()) {
        component().getConfiguration().getHttpOptions().put("proxyAuthMethod", method);
      }

      succeed(Call.DELETE, "");

      assertThat(service.heads()).hasSize(1);
      assertThat(proxy.heads()).hasSize(2);
      assertThat(proxy.heads().get(1).header("Proxy-Authorization")).startsWith("Digest ");
    }
  }

  @ParameterizedTest
  @CsvSource({"https, Basic", "http, Basic", "https, Digest", "http, Digest"})
  void passwordIsSentByTheConfiguredMethod(String scheme, String method) throws Exception {
    try (ScriptedServer service = service(scheme);
        ProxyServer proxy = ProxyServer.refusing()) {
      connect(service, scheme);
      through(proxy, PASSWORD);
      component().getConfiguration().getHttpOptions().put("proxyAuthMethod", method);

      fail(ArkAuthenticationException.class, Call.DELETE, "");

      assertThat(proxy.heads()).hasSize(2);
      assertThat(proxy.heads().get(1).header("Proxy-Authorization")).startsWith(method + " ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https", "http"})
  void passwordIsNotSentByAnotherMethod(String scheme) throws Exception {
    try (ScriptedServer service = service(scheme);
        ProxyServer proxy = ProxyServer.demanding(USER, PASSWORD)) {
      connect(service, scheme);
      through(proxy, PASSWORD);
      component().getConfiguration().getHttpOptions().put("proxyAuthMethod", "Digest");

      ArkException failure = fail(ArkAuthenticationException.class, Call.DELETE, "");

      assertThat(failure).hasMessageContaining("http.proxyAuthMethod");
      assertThat(proxy.heads())
          .extracting(head -> head.header("Proxy-Authorization"))
          .containsOnlyNulls();
    }
  }

  /** A service may ask for a password, and the proxy's is the only one there is. */
  @ParameterizedTest
  @ValueSource(strings = {"https", "http"})
  void passwordIsNotSentToTheService(String scheme) throws Exception {
    ScriptedReply challenge =
        ScriptedReply.of(401, "{}").withHeader("WWW-Authenticate", "Basic realm=\"service\"");
    try (ScriptedServer service =
            scheme.equals("https")
                ? ScriptedServer.start(Tls.listen(Certificates.SERVER), challenge)
                : ScriptedServer.start(challenge);
        ProxyServer proxy = ProxyServer.demanding(USER, PASSWORD)) {
      connect(service, scheme);
      through(proxy, PASSWORD);

      fail(ArkAuthenticationException.class, Call.LIST, "");

      assertThat(service.heads()).hasSize(1);
      assertThat(HttpHead.of(service.heads().get(0)).header("Authorization"))
          .isEqualTo("Bearer " + KEY);
      assertThat(HttpHead.of(service.heads().get(0)).header("Proxy-Authorization")).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource({"https, LIST", "http, LIST", "https, POLL", "http, POLL", "http, DELETE"})
  void reportsARefusedPassword(String scheme, Call call) throws Exception {
    try (ScriptedServer service = service(scheme);
        ProxyServer proxy = ProxyServer.demanding(USER, "fake-password-2")) {
      connect(service, scheme);
      through(proxy, PASSWORD);

      ArkException failure = fail(ArkAuthenticationException.class, call, "");

      assertThat(failure)
          .hasMessageContainingAll(
              "proxy", "407", "http.proxyAuthUsername", "http.proxyAuthPassword");
      assertThat(proxy.heads()).hasSize(2);
      assertThat(service.heads()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https", "http"})
  void reportsAMissingPassword(String scheme) throws Exception {
    try (ScriptedServer service = service(scheme);
        ProxyServer proxy = ProxyServer.demanding(USER, PASSWORD)) {
      connect(service, scheme);
      through(proxy);

      ArkException failure = fail(ArkAuthenticationException.class, Call.DELETE, "");

      assertThat(failure).hasMessageContainingAll("407", "http.proxyAuthUsername");
      assertThat(proxy.heads()).hasSize(1);
      assertThat(service.heads()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https", "http"})
  void printsAndLogsNoPassword(String scheme) throws Exception {
    try (ScriptedServer service = service(scheme);
        ProxyServer proxy = ProxyServer.demanding(USER, "fake-password-2");
        CapturedLog log = CapturedLog.ofEverything()) {
      connect(service, scheme);
      through(proxy, PASSWORD);

      ArkException failure = fail(ArkAuthenticationException.class, Call.DELETE, "");

      String encoded = ProxyServer.basic(USER, PASSWORD).substring("Basic ".length());
      assertThat(proxy.heads().toString()).contains(encoded);
      assertThat(log.text()).isNotEmpty().doesNotContain(PASSWORD).doesNotContain(encoded);
      assertThat(Throwables.getStackTrace(failure))
          .doesNotContain(PASSWORD)
          .doesNotContain(encoded);
    }
  }
}
