// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.test.SimulatedFault;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of one second have no order: the cursor passes their second when all of them are done. */
class ConsumerSecondTest extends ConsumerTestSupport {

  private static final String CURSOR = "cursorRepository=#cursors&cursorKey=position&";

  private final MemoryStateRepository cursors = new MemoryStateRepository();
  private final Set<String> failing = ConcurrentHashMap.newKeySet();

  @BeforeEach
  void bindTheRepository() {
    context.getRegistry().bind("cursors", cursors);
  }

  private void consumeWithFailures(String options) throws Exception {
    consume(
        CURSOR + options,
        exchange -> {
          if (failing.contains(idOf(exchange))) {
            throw new IllegalStateException("not this time");
          }
        });
  }

  private String position() {
    String state = cursors.getState("position");
    return state == null ? null : state.substring(state.indexOf(' ') + 1);
  }

  /** A file like {@code a10}: the name, and the second in which it was created. */
  private static String file(String name) {
    String seconds = name.replaceAll("\\D", "");
    String created = seconds.isEmpty() ? "" : ",\"created_at\":17000000" + seconds;
    return "{\"id\":\"%s\"%s}".formatted(name, created);
  }

  private static String list(boolean hasMore, String... names) {
    String data =
        Arrays.stream(names).map(ConsumerSecondTest::file).collect(Collectors.joining(","));
    return "{\"object\":\"list\",\"data\":[%s],\"has_more\":%s}".formatted(data, hasMore);
  }

  /** What the service answers in the following polls, page by page. */
  private static void answer(String... pages) {
    for (String page : pages) {
      simulator().failNext(1, SimulatedFault.reply(200, "application/json", page));
    }
  }

  @ParameterizedTest(name = "{0} fails")
  @ValueSource(strings = {"a20", "b20", "c20"})
  void failedFileHoldsBackAllOfItsSecond(String failed) throws Exception {
    failing.add(failed);
    consumeWithFailures("");
    answer(list(false, "x10", "a20", "b20", "c20", "y30"));

    poll();

    assertThat(emitted).containsExactly("x10", "a20", "b20", "c20", "y30");
    assertThat(position()).isEqualTo("x10");
  }

  @Test
  void noFileIsLostIfTheServiceOrdersASecondDifferentlyAtEachRequest() throws Exception {
    failing.add("c20");
    consumeWithFailures("idempotent=false&delay=1s");
    answer(list(false, "x10", "a20", "b20", "c20", "y30"));
    poll();
    failing.clear();
    CLOCK.advance(Duration.ofSeconds(1));
    answer(list(false, "c20", "b20", "a20", "y30"));

    poll();

    assertThat(lists().get(1)).contains("after=x10");
    assertThat(emitted).contains("c20").endsWith("c20");
    assertThat(position()).isEqualTo("y30");
  }

  @Test
  void secondAcrossThreePagesIsPassedWhenItsLastFileIsDone() throws Exception {
    failing.add("b20");
    consumeWithFailures("delay=1s");
    answer(list(true, "x10", "a20"), list(true, "b20"), list(false, "c20", "y30"));
    poll();
    assertThat(position()).isEqualTo("x10");

    failing.clear();
    CLOCK.advance(Duration.ofSeconds(1));
    answer(list(true, "a20", "b20"), list(false, "c20", "y30"));
    poll();

    assertThat(emitted).containsOnlyOnce("a20", "c20", "y30").endsWith("b20");
    assertThat(position()).isEqualTo("y30");
  }

  @Test
  void pageThatFailsInTheMiddleOfASecondLeavesTheCursorBeforeIt() throws Exception {
    consumeWithFailures("");
    answer(list(true, "x10", "a20"));
    simulator().failNext(1, SimulatedFault.status(500));

    poll();

    assertThat(emitted).containsExactly("x10", "a20");
    assertThat(position()).isEqualTo("x10");
  }

  @Test
  void pollThatIsFullInTheMiddleOfASecondLeavesTheCursorBeforeIt() throws Exception {
    consumeWithFailures("maxMessagesPerPoll=2");
    answer(list(false, "x10", "a20", "b20"));

    poll();

    assertThat(emitted).containsExactly("x10", "a20");
    assertThat(position()).isEqualTo("x10");
  }

  @Test
  void pollThatIsFullAtTheEndOfASecondPassesIt() throws Exception {
    consumeWithFailures("maxMessagesPerPoll=3");
    answer(list(false, "x10", "a20", "b20", "y30"));

    poll();

    assertThat(position()).isEqualTo("b20");
  }

  @Test
  void fileWithoutATimeOfCreationBelongsToTheSecondBeforeIt() throws Exception {
    failing.add("timeless");
    consumeWithFailures("");
    answer(list(false, "x10", "a20", "timeless", "y30"));

    poll();

    assertThat(position()).isEqualTo("x10");
  }

  @Test
  void filesWithoutATimeOfCreationAreNoCursor() throws Exception {
    consumeWithFailures("");
    answer(list(false, "first", "x10", "second", "y30", "third"));

    poll();

    assertThat(emitted).hasSize(5);
    assertThat(position()).isEqualTo("y30");
  }

  @Test
  void listWithoutTimesOfCreationMovesNoCursor() throws Exception {
    consumeWithFailures("");
    answer(list(false, "first", "second"));

    poll();

    assertThat(emitted).containsExactly("first", "second");
    assertThat(position()).isNull();
  }

  @Test
  void asynchronousRouteMovesTheCursorWhenTheLastOfASecondIsDone() throws Exception {
    addFiles(1, 20);
    List<String> files = addFiles(3, 10);
    addFiles(1, 5);
    CLOCK.advance(Duration.ofMinutes(1));
    consumeWithFailures("");
    failing.addAll(files.subList(0, 2));
    poll();
    assertThat(position()).isEqualTo("file-0001");
    failing.remove(files.get(0));
    CLOCK.advance(Duration.ofSeconds(10));
    poll();
    assertThat(position()).isEqualTo("file-0001");
    failing.clear();
    CLOCK.advance(Duration.ofSeconds(10));

    poll();

    assertThat(position()).isEqualTo("file-0005");
  }

  @Test
  void nothingIsLostInAHundredPollsWithFailuresAndAShuffledSecond() throws Exception {
    List<String> files = addFiles(10, 30);
    addFiles(10, 20);
    addFiles(10, 10);
    CLOCK.advance(Duration.ofMinutes(1));
    consumeAndFailEveryThird();

    for (int i = 0; i < 100; i++) {
      poll();
      CLOCK.advance(Duration.ofSeconds(10));
    }

    assertThat(done).hasSize(30).containsAll(files);
  }

  private final Set<String> done = ConcurrentHashMap.newKeySet();
  private int count;

  private void consumeAndFailEveryThird() throws Exception {
    consume(CURSOR + "limit=7", this::failEveryThird);
  }

  private void failEveryThird(Exchange exchange) {
    if (++count % 3 == 0) {
      throw new IllegalStateException("every third time at " + Instant.now(CLOCK));
    }
    done.add(idOf(exchange));
  }
}
