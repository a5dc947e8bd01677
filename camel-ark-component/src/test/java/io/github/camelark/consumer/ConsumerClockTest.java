// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.test.SimulatedFault;
import java.time.Duration;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Setting the system clock neither stops a consumer nor hurries it. */
class ConsumerClockTest extends ConsumerTestSupport {

  @ParameterizedTest(name = "set by {0}")
  @ValueSource(strings = {"PT-3H", "PT3H"})
  void fileThatFailedWaitsForItsDelay(String jump) throws Exception {
    addFiles(1);
    CLOCK.advance(Duration.ofHours(4));
    consume(
        "delay=10s",
        exchange -> {
          throw new IllegalStateException("not yet");
        });
    poll();

    CLOCK.set(Duration.parse(jump));
    CLOCK.advance(Duration.ofMillis(9_999));
    assertThat(polled()).isEmpty();
    CLOCK.advance(Duration.ofMillis(1));

    assertThat(polled()).containsExactly("file-0001");
  }

  @ParameterizedTest(name = "set by {0}")
  @ValueSource(strings = {"PT-3H", "PT3H"})
  void retryAfterIsWaitedForAsLongAsTheServerSaid(String jump) throws Exception {
    addFiles(1);
    simulator().failNext(1, SimulatedFault.status(503).withHeader("Retry-After", "30"));
    consume("");
    poll();

    CLOCK.set(Duration.parse(jump));
    CLOCK.advance(Duration.ofMillis(29_999));
    poll();
    assertThat(lists()).hasSize(1);
    CLOCK.advance(Duration.ofMillis(1));

    assertThat(polled()).hasSize(1);
  }

  @ParameterizedTest(name = "set by {0}")
  @ValueSource(strings = {"PT-3H", "PT3H"})
  void fullScanComesAfterItsInterval(String jump) throws Exception {
    context.getRegistry().bind("cursors", new MemoryStateRepository());
    addFiles(5);
    CLOCK.advance(Duration.ofMinutes(1));
    consume("cursorRepository=#cursors&fullScanInterval=1h");
    poll();
    simulator().clearJournal();

    CLOCK.set(Duration.parse(jump));
    CLOCK.advance(Duration.ofMinutes(59));
    poll();
    CLOCK.advance(Duration.ofMinutes(1));
    poll();

    assertThat(lists()).hasSize(2);
    assertThat(lists().get(0)).contains("after=");
    assertThat(lists().get(1)).doesNotContain("after=");
  }
}
