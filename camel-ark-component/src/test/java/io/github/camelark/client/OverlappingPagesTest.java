// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.support.CapturedLog;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service may begin a page with files that the page before has had. */
@Timeout(60)
class OverlappingPagesTest extends FileWalkTestSupport {

  @ParameterizedTest(name = "pages of {0} that repeat {1}")
  @CsvSource({
    "2, 1",
    "100, 1",
    "100, 50",
    "100, 99",
    "1000, 999",
    "3000, 1",
    "3000, 2999",
  })
  void returnEachFileOnce(int size, int repeated) {
    int step = size - repeated;
    int pages = 8;
    for (int page = 0; page < pages; page++) {
      server.replies(200, pageFrom(page * step, size, page < pages - 1));
    }

    try (CapturedLog log = CapturedLog.of(PageWalk.class)) {
      List<String> files = drain(walk(FileQuery.ALL, 0));

      assertThat(files).isEqualTo(ids(0, (pages - 1) * step + size));
      assertThat(targets()).hasSize(pages);
      assertThat(log.warnings()).isEmpty();
    }
  }

  @Test
  void mayRepeatWholePagesUnderNewCursors() {
    server
        .replies(200, page("x", "a", "b"))
        .replies(200, page("y", "a", "b"))
        .replies(200, page("z", "a", "b"))
        .replies(200, page(false, "c"));

    assertThat(drain(walk(FileQuery.ALL, 0))).containsExactly("a", "b", "c");
  }

  @Test
  void mayRepeatMoreThanThePageBefore() {
    server
        .replies(200, page("x", "a", "b"))
        .replies(200, page("y", "c"))
        .replies(200, page("z", "a", "b", "c", "d"))
        .replies(200, page(false, "b", "c", "d", "e"));

    assertThat(drain(walk(FileQuery.ALL, 0))).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void mayNameAFileTwiceInOnePage() {
    server.replies(200, page(false, "a", "b", "a"));

    assertThat(drain(walk(FileQuery.ALL, 0))).containsExactly("a", "b");
  }

  @Test
  void countEachFileOnceTowardsTheMostWanted() {
    server
        .replies(200, page(true, "a", "b"))
        .replies(200, page(true, "b", "c"))
        .replies(200, page(false, "c", "d"));

    assertThat(drain(walk(FileQuery.ALL, 3))).containsExactly("a", "b", "c");
    assertThat(targets()).hasSize(2);
  }

  @Test
  void startOverWithoutRepeatingAFile() {
    server
        .replies(200, timedPage(true, "a@1", "b@2", "c@3"))
        .replies(200, timedPage(true, "c@3", "d@4"))
        .replies(400, REFUSAL)
        .replies(200, timedPage(true, "a@1", "b@2", "c@3"))
        .replies(200, timedPage(true, "c@3", "e@5"))
        .replies(200, timedPage(false, "e@5", "f@6"));

    assertThat(drain(walk(ascending(), 0))).containsExactly("a", "b", "c", "d", "e", "f");
  }

  @Test
  void mayBeEmptyOnTheWay() {
    server
        .replies(200, page(true, "a"))
        .replies(200, page("x"))
        .replies(200, page("y"))
        .replies(200, page(true, "b"))
        .replies(200, page("z"))
        .replies(200, page(false, "c"));

    try (CapturedLog log = CapturedLog.of(PageWalk.class)) {
      assertThat(drain(walk(FileQuery.ALL, 0))).containsExactly("a", "b", "c");

      assertThat(log.warnings()).isEmpty();
    }
  }

  @Test
  void mayBeEmptyFromTheFirstOn() {
    for (int page = 0; page < 1_000; page++) {
      server.replies(200, page("x" + page));
    }
    server.replies(200, page(false, "a"));

    assertThat(drain(walk(FileQuery.ALL, 0))).containsExactly("a");
  }

  private static String page(String lastId, String... ids) {
    String data =
        List.of(ids).stream().map("{\"id\":\"%s\"}"::formatted).collect(Collectors.joining(","));
    return "{\"data\":[%s],\"last_id\":\"%s\",\"has_more\":true}".formatted(data, lastId);
  }

  private static String pageFrom(int first, int size, boolean hasMore) {
    return page(hasMore, ids(first, first + size).toArray(String[]::new));
  }

  private static List<String> ids(int first, int end) {
    return IntStream.range(first, end).mapToObj("file-%05d"::formatted).toList();
  }
}
