// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.support.CapturedLog;
import java.time.Duration;
import java.util.List;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that ignores order=asc lists the newest first: a cursor would hide new files. */
class ConsumerOrderTest extends ConsumerTestSupport {

  private static final String CURSOR = "cursorRepository=#cursors&cursorKey=position&";

  private final MemoryStateRepository cursors = new MemoryStateRepository();

  @BeforeEach
  void bindTheRepository() {
    context.getRegistry().bind("cursors", cursors);
  }

  private static void ignoreTheOrder() {
    simulator().ignoredParameters("order");
  }

  private static String addOneSecondLater() {
    CLOCK.advance(Duration.ofSeconds(1));
    String id = addFiles(1, 0).get(0);
    CLOCK.advance(Duration.ofMinutes(1));
    return id;
  }

  @ParameterizedTest(name = "limit={0}")
  @ValueSource(ints = {1, 2, 100})
  void everyNewFileComesWithOneWarning(int limit) throws Exception {
    ignoreTheOrder();
    addFiles(5);
    CLOCK.advance(Duration.ofMinutes(1));
    consume(CURSOR + "limit=" + limit);

    try (CapturedLog log = CapturedLog.ofTheComponent()) {
      poll();
      assertThat(emitted).hasSize(5);
      for (int i = 0; i < 3; i++) {
        String fresh = addOneSecondLater();
        assertThat(polled()).containsExactly(fresh);
      }

      assertThat(cursors.getState("position")).isIn(null, "");
      assertThat(log.warnings()).singleElement().asString().contains("order=asc", "position");
    }
  }

  @Test
  void newFilesOfAnAccountThatHadOneComeToo() throws Exception {
    ignoreTheOrder();
    String first = addOneSecondLater();
    consume(CURSOR);
    assertThat(polled()).containsExactly(first);

    String second = addOneSecondLater();
    assertThat(polled()).containsExactly(second);
    String third = addOneSecondLater();
    assertThat(polled()).containsExactly(third);
  }

  @Test
  void newFilesOfAnAccountThatWasEmptyCome() throws Exception {
    ignoreTheOrder();
    consume(CURSOR);
    assertThat(polled()).isEmpty();

    for (int i = 0; i < 3; i++) {
      String fresh = addOneSecondLater();
      assertThat(polled()).containsExactly(fresh);
    }
  }

  @Test
  void filesOfOneSecondAreListedAtEachPollUntilThereIsAnother() throws Exception {
    addFiles(3, 0);
    CLOCK.advance(Duration.ofMinutes(1));
    consume(CURSOR);
    poll();
    poll();
    assertThat(emitted).hasSize(3);
    assertThat(lists()).hasSize(2).noneMatch(query -> query.contains("after="));

    String fresh = addOneSecondLater();
    assertThat(polled()).containsExactly(fresh);
    poll();

    assertThat(lists().get(3)).contains("after=" + fresh);
  }

  @Test
  void filesOfOneSecondDoNotComeAgainAfterARestart() throws Exception {
    addFiles(3, 0);
    CLOCK.advance(Duration.ofMinutes(1));
    consume(CURSOR + "idempotent=false");
    poll();
    String position = cursors.getState("position");
    assertThat(position).endsWith(" file-0003");

    context.close();
    context = newContext();
    bindTheRepository();
    context.start();
    cursors.setState("position", position);
    consume(latestOptions);

    assertThat(polled()).isEmpty();
    String fresh = addOneSecondLater();
    assertThat(polled()).containsExactly(fresh);
  }

  @Test
  void cursorThatWasStoredBeforeStaysAndNewFilesCome() throws Exception {
    List<String> files = addFiles(5);
    CLOCK.advance(Duration.ofMinutes(1));
    consume(CURSOR);
    poll();
    String before = cursors.getState("position");
    assertThat(before).endsWith(" " + files.get(4));

    ignoreTheOrder();
    poll();
    String fresh = addOneSecondLater();

    assertThat(polled()).containsExactly(fresh);
    assertThat(cursors.getState("position")).isEqualTo(before);
  }

  @Test
  void cursorMovesAgainOnceTheServiceKeepsTheOrder() throws Exception {
    ignoreTheOrder();
    addFiles(5);
    CLOCK.advance(Duration.ofMinutes(1));
    consume(CURSOR);
    poll();
    simulator().ignoredParameters();

    poll();
    simulator().clearJournal();
    poll();

    assertThat(cursors.getState("position")).endsWith(" file-0005");
    assertThat(lists()).singleElement().asString().contains("after=file-0005");
  }

  @Test
  void withoutACursorTheOrderDoesNotMatter() throws Exception {
    ignoreTheOrder();
    addFiles(5);
    consume("");

    try (CapturedLog log = CapturedLog.ofTheComponent()) {
      assertThat(polled()).hasSize(5);
      assertThat(log.warnings()).isEmpty();
    }
  }
}
