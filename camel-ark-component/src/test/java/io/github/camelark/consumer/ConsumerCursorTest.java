// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.support.CapturedLog;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only the cursor is remembered, unless a test says otherwise: a restart shows what it skips. */
class ConsumerCursorTest extends ConsumerTestSupport {

  private static final String CURSOR = "cursorRepository=#cursors&cursorKey=position&";

  private final MemoryStateRepository cursors = new MemoryStateRepository();

  @BeforeEach
  void bindTheRepository() {
    context.getRegistry().bind("cursors", cursors);
  }

  @ParameterizedTest(name = "{0} files")
  @ValueSource(ints = {1, 250, 1000})
  void afterAFullPassAnIdlePollIsOneRequest(int files) throws Exception {
    addFiles(files);
    CLOCK.advance(Duration.ofMinutes(1));
    consume(CURSOR);
    poll();
    assertThat(emitted).hasSize(files);
    simulator().clearJournal();

    assertThat(polled()).isEmpty();

    assertThat(lists()).hasSize(1);
  }

  @Test
  void newFilesArrive() throws Exception {
    addFiles(250);
    CLOCK.advance(Duration.ofMinutes(1));
    consume(CURSOR);
    poll();

    List<String> fresh = addFiles(3, 0);

    assertThat(polled()).containsExactlyElementsOf(fresh);
    assertThat(polled()).isEmpty();
  }

  @Test
  void restartGoesOnAfterTheCursorWithNoOtherMemory() throws Exception {
    addFiles(5);
    CLOCK.advance(Duration.ofMinutes(1));
    consume(CURSOR);
    poll();

    restartWithoutMemory();

    List<String> fresh = addFiles(2, 0);
    assertThat(polled()).containsExactlyElementsOf(fresh);
  }

  @Test
  void fileRepositoryKeepsTheCursorAcrossContexts(@TempDir Path folder) throws Exception {
    Path store = folder.resolve("cursors");
    addFiles(5);
    CLOCK.advance(Duration.ofMinutes(1));
    context.getRegistry().bind("fileCursors", fileRepository(store));
    String options = "purpose=RAW(user_data)&cursorRepository=#fileCursors";
    consume(options);
    poll();

    context.close();
    context = newContext();
    context.getRegistry().bind("fileCursors", fileRepository(store));
    context.start();
    consume(options);

    assertThat(polled()).isEmpty();
    assertThat(Files.readString(store)).contains("file-0005");
  }

  @Test
  void purposeWithAnEqualsSignSuitsTheFileRepository(@TempDir Path folder) throws Exception {
    context.getRegistry().bind("fileCursors", fileRepository(folder.resolve("cursors")));
    add(SimulatedFile.named("a.pdf").withPurpose("a=b&c"));
    CLOCK.advance(Duration.ofMinutes(1));
    consume("purpose=RAW(a=b&c)&cursorRepository=#fileCursors");

    poll();

    assertThat(emitted).hasSize(1);
    assertThat(reported).isEmpty();
  }

  private static StateRepository<String, String> fileRepository(Path store) {
    return FileStateRepository.fileStateRepository(store.toFile());
  }

  @Test
  void fileThatFailedHoldsTheCursorBack() throws Exception {
    addFiles(5);
    CLOCK.advance(Duration.ofMinutes(1));
    consume(CURSOR, exchange -> failFor("file-0003", exchange));
    poll();
    assertThat(cursors.getState("position")).endsWith(" file-0002");

    restartWithoutMemory();

    assertThat(polled()).containsExactly("file-0003", "file-0004", "file-0005");
  }

  @Test
  void fileThatSucceedsAfterAFailureReleasesTheCursor() throws Exception {
    addFiles(5);
    CLOCK.advance(Duration.ofMinutes(1));
    int[] attempts = {0};
    consume(
        "delay=10s&" + CURSOR,
        exchange -> {
          if (attempts[0]++ == 2) {
            throw new IllegalStateException("once");
          }
        });
    poll();

    CLOCK.advance(Duration.ofSeconds(10));

    assertThat(polled()).containsExactly("file-0003");
    assertThat(cursors.getState("position")).endsWith(" file-0005");
  }

  @Test
  void fileStillProcessingHoldsTheCursorBackWhereOnlyActiveOnesCome() throws Exception {
    addFiles(4);
    simulator().setStatus(SimulatedProvider.ARK, "file-0002", "processing");
    CLOCK.advance(Duration.ofMinutes(1));
    consume("status=active&" + CURSOR);
    assertThat(polled()).containsExactly("file-0001", "file-0003", "file-0004");
    assertThat(cursors.getState("position")).endsWith(" file-0001");

    simulator().setStatus(SimulatedProvider.ARK, "file-0002", "active");

    assertThat(polled()).containsExactly("file-0002");
    assertThat(cursors.getState("position")).endsWith(" file-0004");
  }

  @Test
  void fileIsShownToTheFilterOnlyOnceItHasTheWantedStatus() throws Exception {
    addFiles(2);
    simulator().setStatus(SimulatedProvider.ARK, "file-0001", "processing");
    CLOCK.advance(Duration.ofMinutes(1));
    consume("status=active&filterFile=RAW(${body.bytes} > 1000)&" + CURSOR);
    assertThat(polled()).containsExactly("file-0002");

    simulator().setStatus(SimulatedProvider.ARK, "file-0001", "active");

    assertThat(polled()).containsExactly("file-0001");
  }

  @Test
  void fileThatIsTooYoungHoldsTheCursorBack() throws Exception {
    String old = add(SimulatedFile.named("a").withCreatedAt(ago(Duration.ofHours(3))));
    String young = add(SimulatedFile.named("b").withCreatedAt(ago(Duration.ofHours(1))));
    consume("olderThan=2h&" + CURSOR);
    assertThat(polled()).containsExactly(old);

    CLOCK.advance(Duration.ofHours(1).plusSeconds(1));
    restartWithoutMemory();

    assertThat(polled()).containsExactly(young);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "filterFile=RAW(${body.filename} != 'file-0005.pdf')",
        "status=active",
        "purpose=user_data"
      })
  void filteredFileDoesNotHoldTheCursorBack(String option) throws Exception {
    addFiles(4);
    add(
        SimulatedFile.named("file-0005.pdf")
            .withId("file-0005")
            .withStatus("failed")
            .withPurpose("agent"));
    CLOCK.advance(Duration.ofMinutes(1));
    add(SimulatedFile.named("last.pdf").withId("file-0006"));
    CLOCK.advance(Duration.ofMinutes(1));
    consume(option + "&" + CURSOR);

    List<String> ids = polled();

    assertThat(ids)
        .containsExactly("file-0001", "file-0002", "file-0003", "file-0004", "file-0006");
    assertThat(cursors.getState("position")).endsWith(" file-0006");
  }

  @ParameterizedTest(name = "created {0} ms before the end of its second, lag {1}: held={2}")
  @CsvSource({"2999, 2s, true", "3000, 2s, false", "999, 0, true", "1000, 0, false"})
  void cursorPassesASecondOnlyWhenItIsOverOnTheServersClock(
      long milliseconds, String lag, boolean held) throws Exception {
    addFiles(1, 60);
    String last = addFiles(1, 0).get(0);
    CLOCK.advance(Duration.ofMillis(milliseconds));
    consume("cursorLag=" + lag + "&" + CURSOR);

    poll();

    assertThat(emitted).hasSize(2);
    assertThat(cursors.getState("position").endsWith(" " + last)).isEqualTo(!held);
  }

  @Test
  void fileOfTheSameSecondThatAppearsLaterComes() throws Exception {
    addFiles(2, 0);
    consume(CURSOR);
    poll();

    String late = addFiles(1, 0).get(0);

    assertThat(polled()).containsExactly(late);
  }

  @Test
  void withoutAnyRepositoryAFileOfAFreshSecondComesOnce() throws Exception {
    addFiles(3, 0);
    consume("idempotent=false&" + CURSOR);

    poll();
    poll();

    assertThat(emitted).hasSize(3);
  }

  @Test
  void maxMessagesPerPollLimitsTheCursor() throws Exception {
    addFiles(5);
    CLOCK.advance(Duration.ofMinutes(1));
    consume("maxMessagesPerPoll=2&" + CURSOR);
    poll();
    assertThat(cursors.getState("position")).endsWith(" file-0002");

    restartWithoutMemory();
    poll();
    poll();

    assertThat(emitted)
        .containsExactly("file-0001", "file-0002", "file-0003", "file-0004", "file-0005");
  }

  @Test
  void emptyTextIsNotACursor() throws Exception {
    addFiles(2);
    CLOCK.advance(Duration.ofMinutes(1));
    cursors.setState("position", "");
    consume(CURSOR);

    try (CapturedLog log = CapturedLog.ofTheComponent()) {
      assertThat(polled()).hasSize(2);
      assertThat(log.warnings()).isEmpty();
    }
  }

  @Test
  void invalidCursorIsIgnoredWithAWarning() throws Exception {
    addFiles(2);
    CLOCK.advance(Duration.ofMinutes(1));
    cursors.setState("position", "yesterday\n");
    consume(CURSOR);

    try (CapturedLog log = CapturedLog.ofTheComponent()) {
      assertThat(polled()).hasSize(2);
      assertThat(log.warnings())
          .singleElement()
          .asString()
          .contains("position", "yesterday\\u000a");
    }
  }

  @Test
  void repositoryThatFailsIsAFailedPollAndKeepsNoClaim() throws Exception {
    addFiles(2);
    CLOCK.advance(Duration.ofMinutes(1));
    context.getRegistry().bind("broken", new FullStateRepository());
    consume("inProgressRepository=#claims&cursorRepository=#broken");

    poll();

    assertThat(reported).isNotEmpty();
    assertThat(claims.getCacheSize()).isZero();
  }

  private static Instant ago(Duration time) {
    return CLOCK.instant().minus(time);
  }

  private static void failFor(String id, Exchange exchange) {
    if (idOf(exchange).equals(id)) {
      throw new IllegalStateException("not this one");
    }
  }

  /** As after a crash: another context with the same cursor, and nothing else. */
  private void restartWithoutMemory() throws Exception {
    String position = cursors.getState("position");
    context.close();
    context = newContext();
    cursors.setState("position", position);
    context.getRegistry().bind("cursors", cursors);
    context.start();
    consume(latestOptions);
  }
}
