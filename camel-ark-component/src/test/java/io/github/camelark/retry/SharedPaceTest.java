// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.retry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkComponent;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.support.ArkTestSupport;
import io.github.camelark.support.CapturedLog;
import io.github.camelark.test.SimulatedProvider;
import io.github.camelark.transport.PaceBook;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who shares a pace, seen through a rate so low that the second call would have to wait for longer
 * than callTimeout, and so fails at once.
 */
class SharedPaceTest extends ArkTestSupport {

  private static final String LIST = "files?operation=list";
  private static final String SLOW = "&requestsPerSecond=0.001";

  @Test
  void letsACallFailUnsentIfItsTurnComesTooLate() {
    send(ark(LIST + SLOW), null);

    Exchange second = send(ark(LIST + SLOW), null);

    assertIsPaced(second);
    assertThat(second.getException(ArkUnavailableException.class).mayHaveBeenExecuted()).isFalse();
    assertThat(simulator().journal()).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "another option,        ark:files?operation=list&maxResults=5",
    "a slash at the end,    ark:files?operation=list&slash=true",
    "another component,     ark-two:files?operation=list",
  })
  void isSharedByEndpointsWithTheSameAddressAndKey(String what, String start) {
    context.addComponent("ark-two", new ArkComponent());
    String slash = start.contains("slash") ? "/" : "";
    send(ark(LIST + SLOW), null);

    Exchange second =
        send(
            start.replace("&slash=true", "")
                + "&baseUrl=%s%s&apiKey=%s"
                    .formatted(
                        simulator().baseUrl(SimulatedProvider.ARK),
                        slash,
                        simulator().apiKey(SimulatedProvider.ARK)),
            null);

    assertIsPaced(second);
  }

  @Test
  void isNotSharedWithAnotherKey() {
    send(ark(LIST + SLOW), null);

    Exchange other =
        send(
            ark(LIST + "&maxResults=5")
                .replace(simulator().apiKey(SimulatedProvider.ARK), "fake-key-2"),
            null);

    assertThat(other.getException().getMessage()).contains("HTTP 401");
    assertThat(simulator().journal()).hasSize(2);
  }

  @Test
  void isNotSharedWithAnotherOperation() {
    send(ark(LIST + SLOW), null);

    Exchange other = send(ark("files?operation=retrieve&fileId=file-1" + SLOW), null);

    assertThat(other.getException().getMessage()).contains("HTTP 404");
  }

  @Test
  void holdsTheLowestRateThatAnEndpointAsksFor() throws Exception {
    start(ark(LIST + SLOW));
    send(ark(LIST + "&requestsPerSecond=1000"), null);

    Exchange second = send(ark(LIST + "&requestsPerSecond=1000"), null);

    assertIsPaced(second);
  }

  @Test
  void warnsOnceOfDifferentRatesAndNamesBothEndpoints() throws Exception {
    try (CapturedLog log = CapturedLog.of(PaceBook.class)) {
      start(ark(LIST + "&requestsPerSecond=7"));
      start(ark(LIST + "&requestsPerSecond=9"));
      start(ark(LIST + "&requestsPerSecond=11"));

      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains("requestsPerSecond=7", "requestsPerSecond=9")
          .doesNotContain(simulator().apiKey(SimulatedProvider.ARK));
    }
  }

  @Test
  void returnsToItsOwnRateWhenTheSlowestEndpointStops() throws Exception {
    Producer slow = start(ark(LIST + SLOW));
    String fast = ark(LIST + "&requestsPerSecond=1000");
    send(fast, null);
    assertIsPaced(send(fast, null));

    slow.stop();

    assertThat(send(fast, null).getException()).isNull();
  }

  @Test
  void hasNoLimitByDefault() {
    for (int i = 0; i < 50; i++) {
      assertThat(send(ark(LIST + "&requestsPerSecond=0&callTimeout=1s"), null).getException())
          .isNull();
    }

    assertThat(simulator().journal()).hasSize(50);
  }

  private static void assertIsPaced(Exchange exchange) {
    assertThat(exchange.getException())
        .isExactlyInstanceOf(ArkUnavailableException.class)
        .hasMessageContaining("requestsPerSecond=0.001");
  }
}
