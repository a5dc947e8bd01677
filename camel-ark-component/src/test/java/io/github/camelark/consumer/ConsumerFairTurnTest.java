// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a poll takes a limited number of files, those that fail keep no other from its turn. */
class ConsumerFairTurnTest extends ConsumerTestSupport {

  private final Set<String> failing = new HashSet<>();

  private void consumeWithFailures(String options) throws Exception {
    consume(
        "delay=10s&" + options,
        exchange -> {
          if (failing.contains(idOf(exchange))) {
            throw new IllegalStateException("always");
          }
        });
  }

  private void poll(int times) {
    for (int i = 0; i < times; i++) {
      poll();
      CLOCK.advance(Duration.ofSeconds(10));
    }
  }

  private long count(String id) {
    return emitted.stream().filter(id::equals).count();
  }

  @ParameterizedTest(name = "{0} per poll, {1} fail")
  @CsvSource({"1, 1", "1, 5", "2, 2", "5, 5", "5, 12", "3, 40"})
  void failingFilesDoNotBlockOthers(int most, int failures) throws Exception {
    List<String> poison = addFiles(failures, 100);
    List<String> good = addFiles(20, 50);
    failing.addAll(poison);
    consumeWithFailures("maxMessagesPerPoll=" + most);

    poll(4 * (failures + 20) / most + 4);

    assertThat(emitted).containsAll(good);
    assertThat(good).allMatch(id -> count(id) == 1);
    assertThat(poison).allMatch(id -> count(id) >= 2);
  }

  @Test
  void failedFilesAreRetriedDespiteNewFiles() throws Exception {
    failing.addAll(addFiles(4, 100));
    consumeWithFailures("maxMessagesPerPoll=2");

    for (int i = 0; i < 60; i++) {
      addFiles(3, 0);
      poll(1);
    }

    assertThat(failing).allMatch(id -> count(id) > 10);
    assertThat(emitted).contains("file-0050");
  }

  @Test
  void failingFileIsRetriedAtEachPollIfNothingElseWaits() throws Exception {
    failing.addAll(addFiles(1));
    consumeWithFailures("maxMessagesPerPoll=1");

    poll(5);

    assertThat(emitted).hasSize(5);
  }

  @Test
  void withoutALimitAllFailedFilesAreRetriedOneDelayLater() throws Exception {
    failing.addAll(addFiles(5));
    addFiles(20, 0);
    consumeWithFailures("");

    poll(1);
    assertThat(polled()).containsExactlyElementsOf(List.copyOf(failing).stream().sorted().toList());
  }

  @Test
  void pollNeverTakesMoreThanItsLimit() throws Exception {
    failing.addAll(addFiles(7, 100));
    addFiles(20, 50);
    consumeWithFailures("maxMessagesPerPoll=3");

    for (int i = 0; i < 30; i++) {
      CLOCK.advance(Duration.ofSeconds(10));
      assertThat(polled()).hasSizeLessThanOrEqualTo(3);
    }
  }
}
