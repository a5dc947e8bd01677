// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsumerFailureTest extends ConsumerTestSupport {

  private static void failForTheFirst(Exchange exchange) {
    if (idOf(exchange).equals("file-0001")) {
      throw new IllegalStateException("this one is poison");
    }
  }

  @ParameterizedTest(name = "greedy={0}")
  @ValueSource(booleans = {false, true})
  void fileThatFailedComesAgainOneDelayLaterAndNoEarlier(boolean greedy) throws Exception {
    addFiles(3);
    consume("delay=10s&greedy=" + greedy, ConsumerFailureTest::failForTheFirst);
    poll();
    assertThat(emitted).containsExactly("file-0001", "file-0002", "file-0003");

    CLOCK.advance(Duration.ofMillis(9_999));
    assertThat(polled()).isEmpty();
    CLOCK.advance(Duration.ofMillis(1));

    assertThat(polled()).containsExactly("file-0001");
  }

  @Test
  void greedyListsTwiceForOnePoisonFile() throws Exception {
    addFiles(1);
    consume("delay=10s&greedy=true", ConsumerFailureTest::failForTheFirst);

    poll();

    assertThat(emitted).containsExactly("file-0001");
    assertThat(lists()).hasSize(2);
  }

  @Test
  void takesTheDelayInItsTimeUnit() throws Exception {
    addFiles(1);
    consume("delay=10&timeUnit=SECONDS", ConsumerFailureTest::failForTheFirst);
    poll();

    CLOCK.advance(Duration.ofSeconds(9));
    assertThat(polled()).isEmpty();
    CLOCK.advance(Duration.ofSeconds(1));

    assertThat(polled()).containsExactly("file-0001");
  }

  @Test
  void fileThatFailedIsNotRememberedAsDone() throws Exception {
    addFiles(1);
    int[] failures = {0};
    consume(
        "delay=1s",
        exchange -> {
          if (failures[0]++ < 2) {
            throw new IllegalStateException("not yet");
          }
        });

    for (int i = 0; i < 5; i++) {
      poll();
      CLOCK.advance(Duration.ofSeconds(1));
    }

    assertThat(emitted).containsExactly("file-0001", "file-0001", "file-0001");
  }

  @Test
  void failureThatTheRouteHandledCountsAsDone() throws Exception {
    addFiles(2);
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            onException(IllegalStateException.class).handled(true);
            from(uri("deleteAfterRead=true"))
                .routeId("consumer")
                .process(ConsumerFailureTest.this::note)
                .process(ConsumerFailureTest::failForTheFirst);
          }
        });

    poll();
    CLOCK.advance(Duration.ofDays(1));
    poll();

    assertThat(emitted).containsExactly("file-0001", "file-0002");
    assertThat(stored()).isEmpty();
  }

  @Test
  void claimsAreReleasedOnSuccessAndFailure() throws Exception {
    addFiles(3);
    consume("inProgressRepository=#claims", ConsumerFailureTest::failForTheFirst);

    poll();

    assertThat(claims.getCacheSize()).isZero();
  }
}
