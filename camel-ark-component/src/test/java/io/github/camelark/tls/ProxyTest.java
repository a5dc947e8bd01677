// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.test.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Through a proxy, which sees no more than it must. */
class ProxyTest extends ProxyTestSupport {

  @ParameterizedTest
  @EnumSource(Call.class)
  void reachesAServiceOverTls(Call call) throws Exception {
    try (ScriptedServer service = secure();
        ProxyServer proxy = ProxyServer.open()) {
      connect(service, "https");
      through(proxy);

      succeed(call, "");

      assertThat(HttpHead.of(service.heads()))
          .singleElement()
          .extracting(head -> head.header("Authorization"))
          .isEqualTo("Bearer " + KEY);
      assertThat(proxy.heads())
          .singleElement()
          .extracting(HttpHead::method, HttpHead::target)
          .containsExactly("CONNECT", "127.0.0.1:" + service.port());
    }
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void reachesAServiceWithoutTls(Call call) throws Exception {
    try (ScriptedServer service = OneFileApi.plain();
        ProxyServer proxy = ProxyServer.open()) {
      connect(service, "http");
      through(proxy);

      succeed(call, "");

      assertThat(service.heads()).hasSize(1);
      assertThat(proxy.heads())
          .singleElement()
          .extracting(HttpHead::target)
          .asString()
          .startsWith("http://127.0.0.1:" + service.port() + "/");
    }
  }

  @Test
  void endpointUriSetsTheProxy() throws Exception {
    try (ScriptedServer service = secure();
        ProxyServer proxy = ProxyServer.demanding(USER, "fake-password&+")) {
      connect(service, "https");

      succeed(
          Call.DELETE,
          "&http.proxyHost=127.0.0.1&http.proxyPort=%d&http.proxyAuthUsername=%s&http.proxyAuthPassword=RAW(%s)"
              .formatted(proxy.port(), USER, "fake-password&+"));

      assertThat(service.heads()).hasSize(1);
      assertThat(proxy.heads()).hasSize(2);
    }
  }

  @Test
  void usesATunnelForManyCalls() throws Exception {
    try (ScriptedServer service = secure();
        ProxyServer proxy = ProxyServer.demanding(USER, PASSWORD)) {
      connect(service, "https");
      through(proxy, PASSWORD);

      succeed(Call.LIST, "");
      succeed(Call.RETRIEVE, "");
      succeed(Call.DELETE, "");

      assertThat(service.heads()).hasSize(3);
      assertThat(proxy.connections()).isEqualTo(1);
      assertThat(proxy.heads()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void proxySeesNothingOfATunnel(Call call) throws Exception {
    try (ScriptedServer service = secure();
        ProxyServer proxy = ProxyServer.demanding(USER, PASSWORD)) {
      connect(service, "https");
      through(proxy, PASSWORD);

      succeed(call, "");

      assertThat(proxy.heads().toString()).doesNotContain(KEY).doesNotContain("/files");
      assertThat(proxy.tunnelled())
          .isNotEmpty()
          .doesNotContain(KEY)
          .doesNotContain("Authorization");
    }
  }

  @Test
  void untrustedServiceBehindAProxyIsRefused() throws Exception {
    try (ScriptedServer service = secure();
        ProxyServer proxy = ProxyServer.open()) {
      connectTo("https://127.0.0.1:" + service.port());
      through(proxy);

      ArkException failure = fail(ArkProtocolException.class, Call.DELETE, "");

      assertThat(failure).hasMessageContainingAll("PKIX", "sslContextParameters");
      assertThat(service.heads()).isEmpty();
      assertThat(proxy.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https", "http"})
  void proxyItselfMayUseTls(String scheme) throws Exception {
    try (ScriptedServer service = service(scheme);
        ProxyServer proxy = ProxyServer.open(Tls.listen(Certificates.SERVER))) {
      connect(service, scheme);
      through(proxy);
      component().getConfiguration().getHttpOptions().put("proxyAuthScheme", "https");

      succeed(Call.DELETE, "");

      assertThat(proxy.heads()).hasSize(1);
      assertThat(service.heads()).hasSize(1);
    }
  }
}
