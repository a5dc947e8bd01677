// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.test.ScriptedServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.security.KeyStore;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A server without a trusted certificate is called once, and is told nothing. */
class UntrustedServerTest extends TlsTestSupport {

  /** What is wrong with the server. */
  enum Fault {
    /** Neither the JVM nor the route has heard of the authority. */
    UNKNOWN_AUTHORITY(Certificates.SERVER, null, "127.0.0.1", "PKIX path building failed"),
    /** The route trusts one private authority, the certificate is of another. */
    ANOTHER_AUTHORITY(
        Certificates.FOREIGN, Certificates.TRUSTED, "127.0.0.1", "PKIX path building failed"),
    ANOTHER_ADDRESS(
        Certificates.ELSEWHERE, Certificates.TRUSTED, "127.0.0.1", "Certificate for <127.0.0.1>"),
    ANOTHER_NAME(
        Certificates.ELSEWHERE, Certificates.TRUSTED, "localhost", "Certificate for <localhost>"),
    EXPIRED(Certificates.EXPIRED, Certificates.TRUSTED, "127.0.0.1", "validity check failed");

    private final KeyStore identity;
    private final KeyStore trusted;
    private final String host;
    private final String reason;

    Fault(KeyStore identity, KeyStore trusted, String host, String reason) {
      this.identity = identity;
      this.trusted = trusted;
      this.host = host;
      this.reason = reason;
    }

    ServerSocket listen() throws IOException {
      return Tls.listen(identity);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("everyCallAgainstEveryFault")
  void isRefused(Fault fault, Call call) throws Exception {
    try (ScriptedServer server = OneFileApi.start(fault.listen())) {
      connectTo("https://" + fault.host + ":" + server.port());
      if (fault.trusted != null) {
        component().getConfiguration().setSslContextParameters(Tls.trusting(fault.trusted));
      }

      ArkException failure = fail(ArkProtocolException.class, call, "");

      assertThat(failure)
          .hasMessageContainingAll(
              "no secure connection", fault.reason, "baseUrl", "sslContextParameters");
      assertThat(server.connections()).isEqualTo(1);
      assertThat(server.heads()).isEmpty();
    }
  }

  static Stream<Arguments> everyCallAgainstEveryFault() {
    return withEveryCall((Object[]) Fault.values());
  }
}
