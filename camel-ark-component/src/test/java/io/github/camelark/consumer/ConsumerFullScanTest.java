// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file that appears later than the cursor waits for comes by a full scan in the end. */
class ConsumerFullScanTest extends ConsumerTestSupport {

  private static final String OPTIONS =
      "cursorRepository=#cursors&cursorKey=position&fullScanInterval=1h&delay=10s&";
  private static final String DONE = "idempotentRepository=#done&";

  private final MemoryStateRepository cursors = new MemoryStateRepository();
  private final MemoryIdempotentRepository done =
      (MemoryIdempotentRepository) MemoryIdempotentRepository.memoryIdempotentRepository(10_000);
  private boolean fails;

  @BeforeEach
  void bindTheRepositories() {
    context.getRegistry().bind("cursors", cursors);
    context.getRegistry().bind("done", done);
  }

  /** Five files are done, and the cursor is behind them, when a file of their time appears. */
  private String appearedLateAfterFiveWereDone(String options) throws Exception {
    addFiles(5);
    CLOCK.advance(Duration.ofMinutes(1));
    consume(
        OPTIONS + options,
        exchange -> {
          if (fails) {
            throw new IllegalStateException("not yet");
          }
        });
    poll();
    assertThat(cursors.getState("position")).endsWith(" file-0005");
    String late = addFiles(1, 63).get(0);
    assertThat(polled()).isEmpty();
    CLOCK.advance(Duration.ofHours(1));
    return late;
  }

  @Test
  void lateFileArrivesButDoneFilesDoNot() throws Exception {
    String late = appearedLateAfterFiveWereDone(DONE);

    assertThat(polled()).containsExactly(late);
    assertThat(cursors.getState("position")).endsWith(" file-0005");
    assertThat(polled()).isEmpty();
  }

  @Test
  void withoutAnIdempotentRepositoryItIsNotFound() throws Exception {
    appearedLateAfterFiveWereDone("");

    assertThat(polled()).isEmpty();
  }

  @Test
  void idempotentFalseDoesNotFindIt() throws Exception {
    appearedLateAfterFiveWereDone("idempotent=false&" + DONE);

    assertThat(polled()).isEmpty();
  }

  @Test
  void failedFileIsRetriedOneDelayLaterNotAtTheNextInterval() throws Exception {
    String late = appearedLateAfterFiveWereDone(DONE);
    fails = true;
    assertThat(polled()).containsExactly(late);
    assertThat(polled()).isEmpty();

    fails = false;
    CLOCK.advance(Duration.ofSeconds(10));

    assertThat(polled()).containsExactly(late);
    simulator().clearJournal();
    assertThat(polled()).isEmpty();
    assertThat(lists()).singleElement().asString().contains("after=file-0005");
  }

  @Test
  void fileReleasedByAnotherNodeArrives() throws Exception {
    claims.add("file-0006");
    String late = appearedLateAfterFiveWereDone(DONE + "inProgressRepository=#claims&");
    assertThat(late).isEqualTo("file-0006");
    assertThat(polled()).isEmpty();

    claims.remove(late);

    assertThat(polled()).containsExactly(late);
  }

  @Test
  void scanThatStartsOverBecauseTheCursorIsGoneFindsItToo() throws Exception {
    addFiles(5);
    CLOCK.advance(Duration.ofMinutes(1));
    consume(OPTIONS + DONE);
    poll();
    String late = addFiles(1, 63).get(0);
    remove("file-0005");

    assertThat(polled()).isEqualTo(List.of(late));
  }

  @Test
  void filesThatAreDoneDoNotComeAgainAfterARestart() throws Exception {
    String late = appearedLateAfterFiveWereDone(DONE);
    poll();
    String position = cursors.getState("position");
    List<String> keys = List.copyOf(done.getCache().keySet());
    context.close();
    context = newContext();
    bindTheRepositories();
    context.start();
    consume(latestOptions);
    keys.forEach(done::add);
    cursors.setState("position", position);
    emitted.clear();

    CLOCK.advance(Duration.ofHours(1));
    poll();

    assertThat(keys).contains(late);
    assertThat(emitted).isEmpty();
  }
}
