// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkRequestException;
import io.github.camelark.model.ArkFile;
import io.github.camelark.support.CapturedLog;
import io.github.camelark.test.SimulatedFault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens when the file that the cursor names is gone. */
class ConsumerRefusedCursorTest extends ConsumerTestSupport {

  private static final String CURSOR = "cursorRepository=#cursors&cursorKey=position&";

  private final MemoryStateRepository cursors = new MemoryStateRepository();

  @BeforeEach
  void bindTheRepository() {
    context.getRegistry().bind("cursors", cursors);
  }

  /** A consumer that has seen five files, the last of which was deleted since. */
  private void consumeThenLoseTheCursor(String options) throws Exception {
    addFiles(5);
    CLOCK.advance(Duration.ofMinutes(1));
    consume(CURSOR + options);
    poll();
    remove("file-0005");
    emitted.clear();
    simulator().clearJournal();
  }

  @ParameterizedTest(name = "idempotent={0}")
  @ValueSource(booleans = {true, false})
  void scanStartsOverWithOneWarningAndNoFileTwice(boolean idempotent) throws Exception {
    consumeThenLoseTheCursor("idempotent=" + idempotent);
    List<String> fresh = addFiles(2, 0);

    try (CapturedLog log = CapturedLog.ofTheComponent()) {
      poll();
      poll();
      poll();

      assertThat(emitted).containsExactlyElementsOf(fresh);
      assertThat(log.warnings()).singleElement().asString().contains("file-0005");
      assertThat(reported).isEmpty();
    }
  }

  @Test
  void olderSecondsAreSkippedWithNoOtherMemory() throws Exception {
    addFiles(5);
    CLOCK.advance(Duration.ofMinutes(1));
    cursors.setState("position", CLOCK.instant().minusSeconds(61).getEpochSecond() + " gone");
    consume(CURSOR + "idempotent=false");

    poll();

    assertThat(emitted).containsExactly("file-0005");
  }

  @Test
  void idlePollIsOneRequestAgainWhateverTheNumberOfFiles() throws Exception {
    addFiles(350);
    CLOCK.advance(Duration.ofMinutes(1));
    consume(CURSOR);
    poll();
    remove("file-0350");
    poll();
    simulator().clearJournal();

    assertThat(polled()).isEmpty();

    assertThat(lists()).singleElement().asString().contains("after=file-0349");
  }

  @Test
  void accountThatIsEmptiedCostsOneRequestPerPollAndWarnsOnce() throws Exception {
    addFiles(3);
    CLOCK.advance(Duration.ofMinutes(1));
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(uri(CURSOR + "idempotent=false"))
                .routeId("consumer")
                .process(ConsumerRefusedCursorTest.this::note)
                .to(uri("operation=delete"));
          }
        });
    poll();

    try (CapturedLog log = CapturedLog.ofTheComponent()) {
      poll();
      simulator().clearJournal();
      poll();

      assertThat(lists()).hasSize(1);
      assertThat(log.warnings()).hasSize(1);
      assertThat(emitted).hasSize(3);
    }
  }

  @Test
  void storedCursorThatIsDeletedInTheMiddleOfAScanEndsNoPoll() throws Exception {
    addFiles(5);
    CLOCK.advance(Duration.ofMinutes(1));
    consume(CURSOR + "limit=10");
    poll();
    List<String> fresh = addFiles(30, 0);
    simulator()
        .failNext(
            1,
            request -> {
              boolean asked = String.valueOf(request.query()).contains("after=" + fresh.get(9));
              if (asked) {
                remove(fresh.get(9));
                remove("file-0005");
              }
              return asked;
            },
            SimulatedFault.delay(Duration.ZERO));

    List<String> ids = polled();

    assertThat(ids).containsExactlyElementsOf(fresh);
    assertThat(reported).isEmpty();
  }

  @Test
  void listThatIsRefusedForAnotherReasonKeepsTheCursor() throws Exception {
    consumeThenLoseTheCursor("");
    String before = cursors.getState("position");
    simulator().failNext(2, SimulatedFault.status(400));

    try (CapturedLog log = CapturedLog.ofTheComponent()) {
      poll();

      assertThat(reported).singleElement().isInstanceOf(ArkRequestException.class);
      assertThat(cursors.getState("position")).isEqualTo(before);
      assertThat(log.warnings()).isEmpty();
    }
  }

  @Test
  void fullScanFindsWhatADeadCursorHidesOnAServerThatDoesNotRefuseIt() throws Exception {
    consumeThenLoseTheCursor("fullScanInterval=1h");
    List<String> fresh = addFiles(1, 0);
    simulator()
        .failNext(
            3,
            ConsumerTestSupport::isListAfterAFile,
            SimulatedFault.reply(
                200, "application/json", "{\"object\":\"list\",\"data\":[],\"has_more\":false}"));
    assertThat(polled()).isEmpty();
    CLOCK.advance(Duration.ofMinutes(58));
    assertThat(polled()).isEmpty();

    CLOCK.advance(Duration.ofMinutes(2));

    assertThat(polled()).containsExactlyElementsOf(fresh);
    assertThat(lists().get(2)).doesNotContain("after=");
  }

  @Test
  void fullScansComeOncePerInterval() throws Exception {
    addFiles(3);
    CLOCK.advance(Duration.ofMinutes(1));
    consume(CURSOR + "fullScanInterval=1h&idempotent=false");
    poll();
    emitted.clear();
    CLOCK.advance(Duration.ofHours(1));
    simulator().clearJournal();

    poll();
    poll();

    assertThat(lists().get(0)).doesNotContain("after=");
    assertThat(lists().get(1)).contains("after=file-0003");
    assertThat(emitted).isEmpty();
  }

  @Test
  void failedFullScanIsRepeated() throws Exception {
    addFiles(4);
    CLOCK.advance(Duration.ofMinutes(1));
    consume(CURSOR + "fullScanInterval=1h&idempotent=false&limit=2");
    poll();
    CLOCK.advance(Duration.ofHours(1));
    simulator().clearJournal();
    simulator().failNext(1, ConsumerTestSupport::isListAfterAFile, SimulatedFault.status(500));

    poll();
    poll();
    poll();

    assertThat(lists()).hasSize(5);
    assertThat(lists().get(2)).doesNotContain("after=");
    assertThat(lists().get(3)).contains("after=file-0002");
    assertThat(lists().get(4)).contains("after=file-0004");
  }

  /** All pages have been read ahead by then. */
  @Test
  void fullScanInWhichAFilterFailsIsDoneAgain() throws Exception {
    addFiles(6);
    CLOCK.advance(Duration.ofMinutes(1));
    AtomicBoolean fails = new AtomicBoolean();
    Predicate<ArkFile> filter =
        file -> {
          if (fails.getAndSet(false)) {
            eventually(ConsumerRefusedCursorTest::nobodyReadsAhead);
            throw new IllegalStateException("not today");
          }
          return true;
        };
    context.getRegistry().bind("mine", filter);
    consume(CURSOR + "fullScanInterval=1h&idempotent=false&limit=2&filter=#mine");
    poll();
    CLOCK.advance(Duration.ofHours(1));
    List<String> fresh = addFiles(1, 0);
    fails.set(true);
    assertThat(polled()).isEmpty();
    simulator().clearJournal();

    assertThat(polled()).isEqualTo(fresh);
    assertThat(lists().get(0)).doesNotContain("after=");
  }

  private static boolean nobodyReadsAhead() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().contains("ark-look-ahead"))
        .allMatch(thread -> thread.getState() == Thread.State.WAITING);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"fullScanInterval=0", "fullScanInterval=30d"})
  void noFullScanComesBeforeItsTimeOrAtStart(String option) throws Exception {
    addFiles(3);
    cursors.setState("position", CLOCK.instant().minusSeconds(1).getEpochSecond() + " file-0003");
    consume(CURSOR + option);

    poll();
    CLOCK.advance(Duration.ofDays(5));
    poll();

    assertThat(lists()).hasSize(2).allMatch(query -> query.contains("after=file-0003"));
  }
}
