// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.test.ScriptedServer;
import java.io.IOException;
import java.util.stream.Stream;
import javax.net.ssl.SSLServerSocket;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that wants to know who calls. */
class MutualTlsTest extends TlsTestSupport {

  private static final Object[] PROTOCOLS = {"TLSv1.2", "TLSv1.3"};

  /** What the route has to show instead of a certificate that the server trusts. */
  enum Wrong {
    NONE_1_2("TLSv1.2", Tls.trusting(Certificates.TRUSTED)),
    NONE_1_3("TLSv1.3", Tls.trusting(Certificates.TRUSTED)),
    /** Of an authority that the server does not name, so that the client does not show it. */
    FOREIGN_1_2("TLSv1.2", Tls.presenting(Certificates.FOREIGN)),
    FOREIGN_1_3("TLSv1.3", Tls.presenting(Certificates.FOREIGN)),
    EXPIRED_1_2("TLSv1.2", Tls.presenting(Certificates.EXPIRED)),
    EXPIRED_1_3("TLSv1.3", Tls.presenting(Certificates.EXPIRED));

    private final String protocol;
    private final SSLContextParameters parameters;

    Wrong(String protocol, SSLContextParameters parameters) {
      this.protocol = protocol;
      this.parameters = parameters;
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("everyCallWithEveryProtocol")
  void succeedsWithTheRightCertificate(String protocol, Call call) throws Exception {
    try (ScriptedServer server = OneFileApi.start(listen(protocol))) {
      connect(server, Tls.presenting(Certificates.CLIENT));

      succeed(call, "");

      assertThat(server.heads()).hasSize(1);
    }
  }

  static Stream<Arguments> everyCallWithEveryProtocol() {
    return withEveryCall(PROTOCOLS);
  }

  /**
   * With TLS 1.3 the client learns of it after it has sent its request, which the server does not
   * read.
   */
  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("everyCallWithEveryWrongCertificate")
  void failsWithoutTheRightCertificate(Wrong wrong, Call call) throws Exception {
    try (ScriptedServer server = OneFileApi.start(listen(wrong.protocol))) {
      connect(server, wrong.parameters);

      ArkException failure = fail(ArkProtocolException.class, call, "");

      assertThat(failure)
          .hasMessageContainingAll(
              "no secure connection", "Received fatal alert", "sslContextParameters", "yours");
      assertThat(server.connections()).isEqualTo(1);
      assertThat(server.heads()).isEmpty();
    }
  }

  static Stream<Arguments> everyCallWithEveryWrongCertificate() {
    return withEveryCall((Object[]) Wrong.values());
  }

  private void connect(ScriptedServer server, SSLContextParameters parameters) {
    connectTo("https://127.0.0.1:" + server.port()).setSslContextParameters(parameters);
  }

  private static SSLServerSocket listen(String protocol) throws IOException {
    SSLServerSocket listener = Tls.listen(Certificates.SERVER, protocol);
    listener.setNeedClientAuth(true);
    return listener;
  }
}
