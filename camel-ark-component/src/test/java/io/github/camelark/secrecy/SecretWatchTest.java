// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The watch over all tests would notice a secret. */
class SecretWatchTest {

  private static final Logger OURS = LoggerFactory.getLogger("io.github.camelark.Any");
  private static final Logger CAMELS = LoggerFactory.getLogger("org.apache.camel.Any");

  @AfterEach
  void forget() {
    SecretWatch.takeFound();
  }

  @Test
  void noticesASecretAtTrace() {
    OURS.trace("Authorization: Bearer fake-key");

    assertThat(SecretWatch.takeFound())
        .singleElement()
        .asString()
        .contains("io.github.camelark.Any", "TRACE", "fake-key");
  }

  @Test
  void noticesASecretInAParameter() {
    OURS.debug("{} {}", 1, new StringBuilder("s3cret"));

    assertThat(SecretWatch.takeFound()).hasSize(1);
  }

  @Test
  void noticesASecretInTheCauseOfAnException() {
    OURS.info("no", new IllegalStateException("a", new IllegalArgumentException("topsecret")));

    assertThat(SecretWatch.takeFound()).hasSize(1);
  }

  @Test
  void enablesAllLogLevels() {
    assertThat(OURS.isTraceEnabled()).isTrue();
    assertThat(LoggerFactory.getLogger("org.apache.hc.client5.http.wire").isTraceEnabled())
        .isTrue();
  }

  @Test
  void excusesAKeyInAUriThatCamelPrintsAtTrace() {
    CAMELS.trace("Creating endpoint ark://files?apiKey=fake-key&operation=list");

    assertThat(SecretWatch.takeFound()).isEmpty();
  }

  @Test
  void doesNotExcuseItAtInfo() {
    CAMELS.info("Creating endpoint ark://files?apiKey=fake-key&operation=list");

    assertThat(SecretWatch.takeFound()).hasSize(1);
  }

  @Test
  void doesNotExcuseOurOwnLoggers() {
    OURS.trace("Creating endpoint ark://files?apiKey=fake-key&operation=list");

    assertThat(SecretWatch.takeFound()).hasSize(1);
  }

  @Test
  void doesNotExcuseAKeyThatIsInNoUri() {
    CAMELS.trace("Authorization: Bearer fake-key");

    assertThat(SecretWatch.takeFound()).hasSize(1);
  }

  @Test
  void failsTheTestThatLoggedIt() {
    OURS.trace("fake-key");

    assertThatThrownBy(SecretWatchExtension::check)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a secret was logged");
  }
}
