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
import org.junit.jupiter.params.provider.ValueSource;

/** A server may loop, or report more files and return none. */
@Timeout(60)
class EndlessFileWalkTest extends FileWalkTestSupport {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\":[],\"has_more\":true}",
        "{\"data\":null,\"has_more\":true}",
        "{\"data\":[],\"last_id\":\"\",\"has_more\":true}",
        "{\"data\":[],\"last_id\":\"x\",\"has_more\":true}",
        "{\"data\":[7],\"has_more\":true}",
      })
  void endsWithAWarningIfHasMoreIsTrueWithoutData(String page) {
    try (CapturedLog log = CapturedLog.of(PageWalk.class)) {
      server.replies(200, page).replies(200, page);

      assertThat(drain(walk(FileQuery.ALL, 0))).isEmpty();

      assertThat(log.warnings()).anyMatch(line -> line.contains("ends here"));
    }
  }

  @Test
  void endsWithAWarningIfALaterPageIsEmptyAndHasNoNext() {
    try (CapturedLog log = CapturedLog.of(PageWalk.class)) {
      for (int i = 0; i < 10; i++) {
        server.replies(200, page(true, "file-" + i));
      }
      server.replies(200, "{\"data\":[],\"last_id\":\"file-9\",\"has_more\":true}");

      assertThat(drain(walk(FileQuery.ALL, 0))).hasSize(10);

      assertThat(log.warnings()).hasSize(1);
    }
  }

  @ParameterizedTest(name = "a cycle of {0} empty pages")
  @ValueSource(ints = {1, 2, 5, 30})
  void endsWithAWarningIfEmptyPagesLoop(int length) {
    try (CapturedLog log = CapturedLog.of(PageWalk.class)) {
      server.replies(200, page(true, "a"));
      for (int request = 0; request < 10 * length; request++) {
        server.replies(200, empty("x" + request % length));
      }

      assertThat(drain(walk(FileQuery.ALL, 0))).containsExactly("a");

      assertThat(log.warnings()).hasSize(1);
    }
  }

  @Test
  void endsWithAWarningIfEmptyPagesNeverEnd() {
    try (CapturedLog log = CapturedLog.of(PageWalk.class)) {
      for (int request = 0; request < 10_100; request++) {
        server.replies(200, empty("x" + request));
      }

      assertThat(drain(walk(FileQuery.ALL, 0))).isEmpty();

      assertThat(log.warnings()).hasSize(1);
    }
  }

  @ParameterizedTest(name = "a cycle of {0} pages of 100")
  @ValueSource(ints = {1, 3, 9, 10, 11, 40})
  void endsWithAWarningIfNewCursorsReturnTheSameFiles(int length) {
    try (CapturedLog log = CapturedLog.of(PageWalk.class)) {
      for (int request = 0; request < 10 * length; request++) {
        server.replies(200, pageOf100(request % length, "cursor-" + request));
      }

      List<String> files = drain(walk(FileQuery.ALL, 0));

      assertThat(files).contains("0-0", (length - 1) + "-99");
      assertThat(log.warnings()).hasSize(1);
    }
  }

  private static String empty(String lastId) {
    return "{\"data\":[],\"last_id\":\"%s\",\"has_more\":true}".formatted(lastId);
  }

  private static String pageOf100(int page, String lastId) {
    String data =
        IntStream.range(0, 100)
            .mapToObj(file -> "{\"id\":\"%d-%d\"}".formatted(page, file))
            .collect(Collectors.joining(","));
    return "{\"data\":[%s],\"last_id\":\"%s\",\"has_more\":true}".formatted(data, lastId);
  }

  @Test
  void endsWithAWarningIfAPageIsRepeated() {
    try (CapturedLog log = CapturedLog.of(PageWalk.class)) {
      server.replies(200, page(true, "a", "b")).replies(200, page(true, "a", "b"));

      assertThat(drain(walk(FileQuery.ALL, 0))).containsExactly("a", "b");

      assertThat(log.warnings()).hasSize(1);
    }
  }

  @ParameterizedTest(name = "a cycle of {0} pages")
  @ValueSource(ints = {2, 3, 4, 7, 20})
  void endsWithAWarningIfTheServerLoops(int length) {
    try (CapturedLog log = CapturedLog.of(PageWalk.class)) {
      for (int request = 0; request < 10 * length; request++) {
        int page = request % length;
        server.replies(200, page(true, page + "a", page + "b"));
      }

      List<String> files = drain(walk(FileQuery.ALL, 0));

      assertThat(files).startsWith("0a", "0b", "1a", "1b");
      assertThat(log.warnings()).hasSize(1);
    }
  }

  @Test
  void endsWithAWarningIfALoopBeginsLater() {
    try (CapturedLog log = CapturedLog.of(PageWalk.class)) {
      for (String id : List.of("1", "2", "3")) {
        server.replies(200, page(true, id));
      }
      for (int i = 0; i < 50; i++) {
        server.replies(200, page(true, i % 2 == 0 ? "x" : "y"));
      }

      List<String> files = drain(walk(FileQuery.ALL, 0));

      assertThat(files).startsWith("1", "2", "3", "x", "y");
      assertThat(log.warnings()).hasSize(1);
    }
  }

  @Test
  void endsWithAWarningIfTheCursorStaysTheSame() {
    try (CapturedLog log = CapturedLog.of(PageWalk.class)) {
      for (int i = 0; i < 20; i++) {
        server.replies(
            200,
            "{\"data\":[{\"id\":\"%d\"}],\"last_id\":\"same\",\"has_more\":true}".formatted(i));
      }

      drain(walk(FileQuery.ALL, 0));

      assertThat(targets()).hasSizeLessThan(5);
      assertThat(log.warnings()).hasSize(1);
    }
  }
}
