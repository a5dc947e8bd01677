// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelark.error.ArkRequestException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.support.CapturedLog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cursor whose file was deleted meanwhile may be refused. */
@Timeout(60)
class RestartedFileWalkTest extends FileWalkTestSupport {

  @Test
  void startsOverAfterARefusedCursor() {
    try (CapturedLog log = CapturedLog.of(PageWalk.class)) {
      server
          .replies(200, timedPage(true, "a@1", "b@2"))
          .replies(400, REFUSAL)
          .replies(200, timedPage(true, "a@1", "c@3"))
          .replies(200, timedPage(false, "d@4"));

      List<String> files = drain(walk(ascending(), 0));

      assertThat(files).containsExactly("a", "b", "c", "d");
      assertThat(targets())
          .containsExactly(
              "/files?order=asc",
              "/files?after=b&order=asc",
              "/files?order=asc",
              "/files?after=c&order=asc");
      assertThat(log.warnings()).singleElement().asString().contains("starts over");
    }
  }

  @Test
  void startsOverAtItsInitialCursor() {
    server
        .replies(200, timedPage(true, "a@1"))
        .replies(404, REFUSAL)
        .replies(200, timedPage(false, "a@1", "b@2"));

    List<String> files = drain(walk(new FileQuery("z", null, null, "asc"), 0));

    assertThat(files).containsExactly("a", "b");
    assertThat(targets().get(2)).isEqualTo("/files?after=z&order=asc");
  }

  @Test
  void keepsFilesOfTheSameSecondApartWhenItStartsOver() {
    server
        .replies(200, timedPage(true, "a@1", "b@1"))
        .replies(400, REFUSAL)
        .replies(200, timedPage(false, "c@1", "a@1", "d@1"));

    assertThat(drain(walk(ascending(), 0))).containsExactly("a", "b", "c", "d");
  }

  @Test
  void startsOverAsOftenAsItMakesProgress() {
    server
        .replies(200, timedPage(true, "a@1"))
        .replies(400, REFUSAL)
        .replies(200, timedPage(true, "b@2"))
        .replies(400, REFUSAL)
        .replies(200, timedPage(true, "c@3"))
        .replies(400, REFUSAL)
        .replies(200, timedPage(false));

    assertThat(drain(walk(ascending(), 0))).containsExactly("a", "b", "c");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 410})
  void failsIfStartingOverReturnsNothingNew(int status) {
    server
        .replies(200, timedPage(true, "a@1"))
        .replies(status, REFUSAL)
        .replies(200, timedPage(true, "a@1"))
        .replies(status, REFUSAL);
    FileWalk walk = walk(ascending(), 0);

    assertThat(walk.next().id()).isEqualTo("a");
    assertThatThrownBy(walk::next)
        .isInstanceOf(ArkUnavailableException.class)
        .hasMessageContaining("refuses the cursor 'a'")
        .hasMessageContaining("HTTP " + status)
        .hasMessageContaining("list again later");
    assertThat(targets()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@2 b@1", "a@1 b@"})
  void doesNotStartOverIfTheServerKeepsNoOrder(String files) {
    server.replies(200, timedPage(true, files.split(" "))).replies(400, REFUSAL);
    FileWalk walk = walk(ascending(), 0);
    walk.next();
    walk.next();

    assertThatThrownBy(walk::next).isInstanceOf(ArkRequestException.class);
    assertThat(targets()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void isNotMissingIfTheServerKeepsNoOrderAndItsCursorIsGone(int status) {
    server.replies(200, timedPage(true, "a@2", "b@1")).replies(status, REFUSAL);
    FileWalk walk = walk(ascending(), 0);
    walk.next();
    walk.next();

    assertThatThrownBy(walk::next).isInstanceOf(ArkUnavailableException.class);
  }

  @Test
  void skipsHundredsOfPagesReturnedBefore() {
    for (int page = 0; page < 300; page++) {
      server.replies(200, timedPage(true, page + "@" + (page + 1)));
    }
    server.replies(400, REFUSAL);
    for (int page = 0; page < 300; page++) {
      server.replies(200, timedPage(true, page + "@" + (page + 1)));
    }
    server.replies(200, timedPage(false, "last@301"));

    List<String> files = drain(walk(ascending(), 0));

    assertThat(files).hasSize(301).doesNotHaveDuplicates().endsWith("299", "last");
  }
}
