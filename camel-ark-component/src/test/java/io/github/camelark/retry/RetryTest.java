// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.retry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkComponent;
import io.github.camelark.ArkInternals;
import io.github.camelark.error.ArkException;
import io.github.camelark.support.ArkTestSupport;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedProvider;
import io.github.camelark.transport.FakeTime;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attempts and delays of real endpoints, in fake time: no test sleeps. */
class RetryTest extends ArkTestSupport {

  private final FakeTime time = new FakeTime();

  @BeforeEach
  void fakeTime() {
    ArkInternals.setTime(context.getComponent("ark", ArkComponent.class), time);
  }

  @Test
  void sendsOneRequestIdWithAllAttempts() {
    simulator().failNext(1, SimulatedFault.status(503));
    simulator().failNext(1, SimulatedFault.connectionReset());

    Exchange exchange = list("");

    assertThat(exchange.getException()).isNull();
    assertThat(simulator().journal())
        .hasSize(3)
        .extracting(request -> request.header("X-Client-Request-Id"))
        .containsOnly(simulator().journal().get(0).header("X-Client-Request-Id"));
  }

  @Test
  void sendsAnotherRequestIdWithTheNextCall() {
    list("");
    list("");

    assertThat(simulator().journal())
        .extracting(request -> request.header("X-Client-Request-Id"))
        .doesNotHaveDuplicates();
  }

  @Test
  void doublesTheDelayUpToMaxRetryDelay() {
    simulator().failNext(6, SimulatedFault.status(500));

    list("&maxRetries=6&retryDelay=1s&maxRetryDelay=4s");

    assertThat(time.sleeps()).hasSize(6);
    for (int i = 0; i < 6; i++) {
      long longest = Math.min(1_000L << i, 4_000L);
      assertThat(time.sleeps().get(i).toMillis()).isBetween(longest / 2, longest);
    }
  }

  @Test
  void attemptsOnceIfMaxRetriesIsZero() {
    simulator().failNext(9, SimulatedFault.status(503));

    ArkException failure = list("&maxRetries=0").getException(ArkException.class);

    assertThat(failure.status()).isEqualTo(503);
    assertThat(simulator().journal()).hasSize(1);
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void eachPageHasItsOwnRetries() {
    simulator().addFiles(SimulatedProvider.ARK, 6);
    for (String after : new String[] {"file-0002", "file-0004"}) {
      simulator()
          .failNext(
              2,
              request -> String.valueOf(request.query()).contains("after=" + after),
              SimulatedFault.status(503));
    }

    Exchange exchange = list("&paging=all&limit=2&order=asc");

    assertThat(exchange.getException()).isNull();
    assertThat(simulator().journal()).hasSize(7);
  }

  private Exchange list(String options) {
    String uri =
        "ark:files?operation=list&baseUrl=%s&apiKey=%s&requestsPerSecond=0%s"
            .formatted(
                simulator().baseUrl(SimulatedProvider.ARK),
                simulator().apiKey(SimulatedProvider.ARK),
                options);
    return send(uri, null);
  }
}
