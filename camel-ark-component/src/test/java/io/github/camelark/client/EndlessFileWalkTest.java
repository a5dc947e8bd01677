// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.CapturedLog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server may lead in circles or say that there is more and give nothing. */
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
  void endsWithAWarningIfThereIsMoreButNoData(String page) {
    try (CapturedLog log = CapturedLog.of(PageWalk.class)) {
      server.replies(200, page);

      assertThat(drain(walk(FileQuery.ALL, 0))).isEmpty();

      assertThat(log.warnings()).anyMatch(line -> line.contains("ends here"));
    }
  }

  @Test
  void endsWithAWarningIfALaterPageIsEmptyThoughThereIsMore() {
    try (CapturedLog log = CapturedLog.of(PageWalk.class)) {
      server
          .replies(200, page(true, "a"))
          .replies(200, "{\"data\":[],\"last_id\":\"x\",\"has_more\":true}");

      assertThat(drain(walk(FileQuery.ALL, 0))).containsExactly("a");

      assertThat(log.warnings()).hasSize(1);
    }
  }

  @Test
  void endsWithAWarningIfTheSamePageComesAgain() {
    try (CapturedLog log = CapturedLog.of(PageWalk.class)) {
      server.replies(200, page(true, "a", "b")).replies(200, page(true, "a", "b"));

      assertThat(drain(walk(FileQuery.ALL, 0))).containsExactly("a", "b");

      assertThat(log.warnings()).hasSize(1);
    }
  }

  @ParameterizedTest(name = "a cycle of {0} pages")
  @ValueSource(ints = {2, 3, 4, 7, 20})
  void endsWithAWarningIfTheServerLeadsInACircle(int length) {
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
  void endsWithAWarningIfTheCircleBeginsLater() {
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
  void endsWithAWarningIfTheCursorStaysThoughFilesDiffer() {
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
