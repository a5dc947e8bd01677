// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.test.ScriptedServer;
import java.security.KeyStore;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A server of a private authority is called, as the route's option or a default of it says. */
class TrustedServerTest extends TlsTestSupport {

  private static final String OF_THE_ENDPOINT = "&sslContextParameters=#trust";

  @ParameterizedTest
  @EnumSource(Call.class)
  void isCalled(Call call) throws Exception {
    try (ScriptedServer server = OneFileApi.start(Tls.listen(Certificates.SERVER))) {
      connectTo("https://127.0.0.1:" + server.port());
      bind("trust", Certificates.TRUSTED);

      succeed(call, OF_THE_ENDPOINT);

      assertThat(HttpHead.of(server.heads()))
          .singleElement()
          .extracting(head -> head.header("Authorization"))
          .isEqualTo("Bearer " + KEY);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, TLSv1.2",
    "127.0.0.1, TLSv1.3",
    "localhost, TLSv1.2",
    "localhost, TLSv1.3"
  })
  void isCalledByItsAddressAndByItsName(String host, String protocol) throws Exception {
    try (ScriptedServer server = OneFileApi.start(Tls.listen(Certificates.SERVER, protocol))) {
      connectTo("https://" + host + ":" + server.port());
      bind("trust", Certificates.TRUSTED);

      succeed(Call.RETRIEVE, OF_THE_ENDPOINT);

      assertThat(server.heads()).hasSize(1);
    }
  }

  @Test
  void isCalledThreeTimesOverOneConnection() throws Exception {
    try (ScriptedServer server = OneFileApi.start(Tls.listen(Certificates.SERVER))) {
      connectTo("https://127.0.0.1:" + server.port());
      bind("trust", Certificates.TRUSTED);

      succeed(Call.LIST, OF_THE_ENDPOINT);
      succeed(Call.RETRIEVE, OF_THE_ENDPOINT);
      succeed(Call.DELETE, OF_THE_ENDPOINT);

      assertThat(server.heads()).hasSize(3);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  /** camel-http itself would make an https address of it. */
  @ParameterizedTest
  @EnumSource(Call.class)
  void httpAddressIsCalledWithoutTls(Call call) throws Exception {
    try (ScriptedServer server = OneFileApi.plain()) {
      connectTo("http://127.0.0.1:" + server.port());
      bind("trust", Certificates.TRUSTED);

      succeed(call, OF_THE_ENDPOINT);

      assertThat(server.heads()).hasSize(1);
    }
  }

  @Test
  void componentsTrustAppliesToAllEndpoints() throws Exception {
    try (ScriptedServer server = OneFileApi.start(Tls.listen(Certificates.SERVER))) {
      connectTo("https://127.0.0.1:" + server.port())
          .setSslContextParameters(Tls.trusting(Certificates.TRUSTED));

      succeed(Call.LIST, "");

      assertThat(server.heads()).hasSize(1);
    }
  }

  @Test
  void endpointsTrustOverridesTheComponents() throws Exception {
    try (ScriptedServer server = OneFileApi.start(Tls.listen(Certificates.FOREIGN))) {
      connectTo("https://127.0.0.1:" + server.port())
          .setSslContextParameters(Tls.trusting(Certificates.TRUSTED));
      bind("trust", Certificates.FOREIGN_AUTHORITY);

      succeed(Call.LIST, OF_THE_ENDPOINT);

      assertThat(server.heads()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void contextsTrustAppliesIfTheComponentUsesIt(Call call) throws Exception {
    try (ScriptedServer server = OneFileApi.start(Tls.listen(Certificates.SERVER))) {
      connectTo("https://127.0.0.1:" + server.port());
      context.setSSLContextParameters(Tls.trusting(Certificates.TRUSTED));
      component().setUseGlobalSslContextParameters(true);

      succeed(call, "");

      assertThat(server.heads()).hasSize(1);
    }
  }

  @Test
  void contextsTrustIsIgnoredByDefault() throws Exception {
    try (ScriptedServer server = OneFileApi.start(Tls.listen(Certificates.SERVER))) {
      connectTo("https://127.0.0.1:" + server.port());
      context.setSSLContextParameters(Tls.trusting(Certificates.TRUSTED));

      ArkException failure = fail(ArkProtocolException.class, Call.LIST, "");

      assertThat(failure).hasMessageContaining("sslContextParameters");
      assertThat(server.heads()).isEmpty();
    }
  }

  @Test
  void componentsTrustOverridesTheContexts() throws Exception {
    try (ScriptedServer server = OneFileApi.start(Tls.listen(Certificates.FOREIGN))) {
      connectTo("https://127.0.0.1:" + server.port())
          .setSslContextParameters(Tls.trusting(Certificates.FOREIGN_AUTHORITY));
      context.setSSLContextParameters(Tls.trusting(Certificates.TRUSTED));
      component().setUseGlobalSslContextParameters(true);

      succeed(Call.LIST, "");

      assertThat(server.heads()).hasSize(1);
    }
  }

  /** A kept connection of one endpoint is not used by another. */
  @Test
  void trustOfOneEndpointDoesNotApplyToAnother() throws Exception {
    try (ScriptedServer server = OneFileApi.start(Tls.listen(Certificates.SERVER))) {
      connectTo("https://127.0.0.1:" + server.port());
      bind("trust", Certificates.TRUSTED);
      succeed(Call.RETRIEVE, OF_THE_ENDPOINT);
      results.clear();

      fail(ArkProtocolException.class, Call.RETRIEVE, "");

      assertThat(server.heads()).hasSize(1);
    }
  }

  @Test
  void isCalledByAnyNameIfTheHostnameVerifierAllows() throws Exception {
    try (ScriptedServer server = OneFileApi.start(Tls.listen(Certificates.ELSEWHERE))) {
      connectTo("https://127.0.0.1:" + server.port());
      bind("trust", Certificates.TRUSTED);
      context.getRegistry().bind("anyName", NoopHostnameVerifier.INSTANCE);

      succeed(Call.LIST, OF_THE_ENDPOINT + "&http.x509HostnameVerifier=#anyName");

      assertThat(server.heads()).hasSize(1);
    }
  }

  private void bind(String name, KeyStore authority) {
    context.getRegistry().bind(name, Tls.trusting(authority));
  }
}
