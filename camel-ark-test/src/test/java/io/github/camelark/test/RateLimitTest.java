// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static io.github.camelark.test.SimulatedProvider.OPENAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RateLimitTest {

  private static final SettableClock CLOCK = new SettableClock();

  @RegisterExtension
  static final ArkSimulatorExtension EXTENSION =
      ArkSimulatorExtension.create(builder -> builder.clock(CLOCK).requestsPerSecond(3));

  private final ArkSimulator simulator = EXTENSION.simulator();
  private final ApiClient ark = new ApiClient(simulator, ARK);

  @BeforeEach
  void resetClock() {
    CLOCK.reset();
  }

  @Test
  void callsAtTheRateAreAnswered() {
    assertThat(listStatuses(3)).containsOnly(200);
  }

  @Test
  void callBeyondTheRateIsRefused() {
    listStatuses(3);

    ApiClient.Reply reply = ark.get("/files");

    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.body()).contains("\"code\":\"AccountRateLimitExceeded\"");
    assertThat(reply.header("Retry-After")).isNull();
  }

  @Test
  void refusalHasRetryAfterIfSet() {
    simulator.retryAfter(Duration.ofSeconds(2));
    listStatuses(3);

    assertThat(ark.get("/files").header("Retry-After")).isEqualTo("2");
  }

  @Test
  void rateIsAvailableAgainAfterASecond() {
    listStatuses(4);

    CLOCK.advance(Duration.ofSeconds(1));

    assertThat(listStatuses(4)).containsExactly(200, 200, 200, 429);
  }

  @Test
  void steadyCallsAtTheRateAreNeverRefused() {
    simulator.requestsPerSecond(20);
    listStatuses(20);

    for (int call = 0; call < 50; call++) {
      CLOCK.advance(Duration.ofMillis(50));
      assertThat(listStatuses(1)).containsExactly(200);
    }
  }

  @Test
  void operationsAreCountedSeparately() {
    listStatuses(4);

    assertThat(ark.get("/files/file-9").status()).isEqualTo(404);
    assertThat(ark.delete("/files/file-9").status()).isEqualTo(404);
  }

  @Test
  void providersAreCountedSeparately() {
    listStatuses(4);

    assertThat(new ApiClient(simulator, OPENAI).get("/files").status()).isEqualTo(200);
  }

  @Test
  void zeroIsUnlimited() {
    simulator.requestsPerSecond(0);

    assertThat(listStatuses(10)).containsOnly(200);
  }

  @Test
  void negativeRateIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> simulator.requestsPerSecond(-1));
  }

  private int[] listStatuses(int calls) {
    return IntStream.range(0, calls).map(call -> ark.get("/files").status()).toArray();
  }
}
