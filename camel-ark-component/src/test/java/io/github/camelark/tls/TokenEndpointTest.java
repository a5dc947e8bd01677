// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.support.CapturedLog;
import io.github.camelark.test.ScriptedServer;
import java.security.KeyStore;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A token endpoint that cannot show who it is must not see the client's secret. */
class TokenEndpointTest extends TlsTestSupport {

  private static final String SECRET = "the-secret-of-the-client";

  /** Why it is not trusted. */
  enum Fault {
    ANOTHER_AUTHORITY(Certificates.FOREIGN),
    ANOTHER_ADDRESS(Certificates.ELSEWHERE),
    EXPIRED(Certificates.EXPIRED);

    private final KeyStore identity;

    Fault(KeyStore identity) {
      this.identity = identity;
    }
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void isRefused(Fault fault) throws Exception {
    try (ScriptedServer service = OneFileApi.start(Tls.listen(Certificates.SERVER));
        ScriptedServer tokens = OneFileApi.start(Tls.listen(fault.identity))) {
      connect(service, tokens);

      ArkException failure = fail(ArkProtocolException.class, Call.DELETE, "");

      assertThat(failure)
          .hasMessageContainingAll(
              "no secure connection to the token endpoint",
              "http.oauth2TokenEndpoint",
              "sslContextParameters");
      assertThat(tokens.connections()).isEqualTo(1);
      assertThat(tokens.heads()).isEmpty();
      assertThat(service.heads()).isEmpty();
    }
  }

  @Test
  void isRefusedWithoutLoggingTheSecret() throws Exception {
    try (ScriptedServer service = OneFileApi.start(Tls.listen(Certificates.SERVER));
        ScriptedServer tokens = OneFileApi.start(Tls.listen(Certificates.EXPIRED));
        CapturedLog log = CapturedLog.ofEverything()) {
      connect(service, tokens);

      ArkException failure = fail(ArkProtocolException.class, Call.DELETE, "");

      assertThat(Throwables.getStackTrace(failure)).doesNotContain(SECRET);
      assertThat(log.text()).isNotEmpty().doesNotContain(SECRET);
    }
  }

  private void connect(ScriptedServer service, ScriptedServer tokens) {
    connectTo("https://127.0.0.1:" + service.port())
        .setSslContextParameters(Tls.trusting(Certificates.TRUSTED));
    component()
        .getConfiguration()
        .setHttpOptions(
            Map.of(
                "oauth2ClientId",
                UUID.randomUUID().toString(),
                "oauth2ClientSecret",
                SECRET,
                "oauth2TokenEndpoint",
                "https://127.0.0.1:" + tokens.port() + "/token"));
  }
}
