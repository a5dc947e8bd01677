// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelark.CapturedLog;
import io.github.camelark.dialect.Dialects;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.model.ArkFile;
import io.github.camelark.transport.ApiKey;
import io.github.camelark.transport.FakeTime;
import io.github.camelark.transport.FakeTransport;
import io.github.camelark.transport.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A walk over the pages of servers that are honest, and of servers that lead in circles. */
@Timeout(60)
class FileWalkTest {

  private static final String REFUSAL =
      "{\"error\":{\"code\":\"InvalidParameter\",\"message\":\"no such cursor\"}}";

  private final FakeTransport server = new FakeTransport();

  @Test
  void asksForTheFirstPageAtOnceAndForNothingElse() {
    server.replies(200, page(true, "a", "b"));

    FileWalk walk = walk(FileQuery.ALL, 0);

    assertThat(targets()).containsExactly("/files");
    assertThat(walk.next().id()).isEqualTo("a");
    assertThat(targets()).hasSize(1);
  }

  @Test
  void asksForTheNextPageBeforeItHandsOutTheLastFileOfThisOne() {
    server.replies(200, page(true, "a", "b")).replies(200, page(false, "c"));
    FileWalk walk = walk(FileQuery.ALL, 0);
    walk.next();

    ArkFile last = walk.next();

    assertThat(last.id()).isEqualTo("b");
    assertThat(targets()).containsExactly("/files", "/files?after=b");
  }

  @Test
  void asksWithTheSameOptionsForEveryPage() {
    server.replies(200, page(true, "a b")).replies(200, page(false));

    drain(walk(new FileQuery("z", 7, "user_data", "asc"), 0));

    assertThat(targets())
        .containsExactly(
            "/files?after=z&limit=7&purpose=user_data&order=asc",
            "/files?after=a%20b&limit=7&purpose=user_data&order=asc");
  }

  @Test
  void goesOnAfterTheLastIdThatTheServerNames() {
    server
        .replies(200, "{\"data\":[{\"id\":\"a\"}],\"last_id\":\"cursor\",\"has_more\":true}")
        .replies(200, page(false));

    drain(walk(FileQuery.ALL, 0));

    assertThat(targets()).containsExactly("/files", "/files?after=cursor");
  }

  @Test
  void goesOnAfterTheLastFileIfTheServerNamesNone() {
    server
        .replies(
            200, "{\"data\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"last_id\":\"\",\"has_more\":true}")
        .replies(200, page(false, "c"));

    assertThat(drain(walk(FileQuery.ALL, 0))).containsExactly("a", "b", "c");
    assertThat(targets()).containsExactly("/files", "/files?after=b");
  }

  @Test
  void endsWhereTheServerDoesNotSayThatThereIsMore() {
    server.replies(200, "{\"data\":[{\"id\":\"a\"}],\"last_id\":\"a\"}");

    assertThat(drain(walk(FileQuery.ALL, 0))).containsExactly("a");
    assertThat(targets()).hasSize(1);
  }

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
    try (CapturedLog log = CapturedLog.of(FileWalk.class)) {
      server.replies(200, page);

      assertThat(drain(walk(FileQuery.ALL, 0))).isEmpty();

      assertThat(log.warnings()).anyMatch(line -> line.contains("ends here"));
    }
  }

  @Test
  void endsWithAWarningIfALaterPageIsEmptyThoughThereIsMore() {
    try (CapturedLog log = CapturedLog.of(FileWalk.class)) {
      server
          .replies(200, page(true, "a"))
          .replies(200, "{\"data\":[],\"last_id\":\"x\",\"has_more\":true}");

      assertThat(drain(walk(FileQuery.ALL, 0))).containsExactly("a");

      assertThat(log.warnings()).hasSize(1);
    }
  }

  @Test
  void endsWithoutAWarningIfTheLastPageIsEmpty() {
    try (CapturedLog log = CapturedLog.of(FileWalk.class)) {
      server.replies(200, page(true, "a")).replies(200, page(false));

      assertThat(drain(walk(FileQuery.ALL, 0))).containsExactly("a");

      assertThat(log.warnings()).isEmpty();
    }
  }

  @Test
  void endsWithAWarningIfTheSamePageComesAgain() {
    try (CapturedLog log = CapturedLog.of(FileWalk.class)) {
      server.replies(200, page(true, "a", "b")).replies(200, page(true, "a", "b"));

      assertThat(drain(walk(FileQuery.ALL, 0))).containsExactly("a", "b");

      assertThat(log.warnings()).hasSize(1);
    }
  }

  @ParameterizedTest(name = "a cycle of {0} pages")
  @ValueSource(ints = {2, 3, 4, 7, 20})
  void endsWithAWarningIfTheServerLeadsInACircle(int length) {
    try (CapturedLog log = CapturedLog.of(FileWalk.class)) {
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
    try (CapturedLog log = CapturedLog.of(FileWalk.class)) {
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
    try (CapturedLog log = CapturedLog.of(FileWalk.class)) {
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

  @Test
  void listsOnlyTheFirstPageIfTheApiHasNone() {
    try (CapturedLog log = CapturedLog.of(FileWalk.class)) {
      server.replies(200, page(true, "a", "b"));

      FileWalk walk = new FileWalk(client(), FileQuery.ALL, false, 0);

      assertThat(drain(walk)).containsExactly("a", "b");
      assertThat(log.warnings()).singleElement().asString().contains("no cursor");
    }
  }

  @Test
  void leavesOutEntriesThatAreNoFileAndGoesOn() {
    try (CapturedLog log = CapturedLog.of(FileWalk.class)) {
      server
          .replies(200, "{\"data\":[7,{\"id\":\"a\"},{}],\"last_id\":\"x\",\"has_more\":true}")
          .replies(200, "{\"data\":[null],\"last_id\":\"y\",\"has_more\":true}")
          .replies(200, page(false, "b"));

      assertThat(drain(walk(FileQuery.ALL, 0))).containsExactly("a", "b");

      assertThat(log.warnings()).hasSize(3);
    }
  }

  @ParameterizedTest(name = "{0} of pages of 2: {1} requests")
  @CsvSource({"1, 1", "2, 1", "3, 2", "4, 2", "5, 3", "9, 3"})
  void asksForNoMoreThanMaxFilesNeed(long maxFiles, int requests) {
    server
        .replies(200, page(true, "a", "b"))
        .replies(200, page(true, "c", "d"))
        .replies(200, page(false, "e", "f"));

    List<String> files = drain(walk(FileQuery.ALL, maxFiles));

    assertThat(files).hasSize((int) Math.min(maxFiles, 6));
    assertThat(targets()).hasSize(requests);
  }

  @Test
  void handsOutWhatHadArrivedBeforeItFails() {
    server.replies(200, page(true, "a", "b")).replies(400, REFUSAL);
    FileWalk walk = walk(FileQuery.ALL, 0);

    assertThat(walk.next().id()).isEqualTo("a");
    assertThat(walk.next().id()).isEqualTo("b");
    assertThatThrownBy(walk::hasNext).isInstanceOf(ArkRequestException.class);
  }

  @Test
  void failsAgainIfItIsAskedAgain() {
    server.replies(200, page(true, "a")).replies(200, "<html>");
    FileWalk walk = walk(FileQuery.ALL, 0);
    walk.next();

    assertThatThrownBy(walk::next).isInstanceOf(ArkProtocolException.class);
    assertThatThrownBy(walk::next).isInstanceOf(ArkProtocolException.class);
    assertThat(targets()).hasSize(2);
  }

  @Test
  void failsAtOnceIfTheFirstPageFails() {
    server.replies(200, "<html>");

    assertThatThrownBy(() -> walk(FileQuery.ALL, 0)).isInstanceOf(ArkProtocolException.class);
  }

  @Test
  void hasNoMoreFilesAfterTheLast() {
    server.replies(200, page(false, "a"));
    FileWalk walk = walk(FileQuery.ALL, 0);
    walk.next();

    assertThat(walk.hasNext()).isFalse();
    assertThatThrownBy(walk::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void startsOverIfTheCursorIsRefused() {
    try (CapturedLog log = CapturedLog.of(FileWalk.class)) {
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
  void startsOverFromWhereItWasToldToBegin() {
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

  @Test
  void failsIfStartingOverBringsNothingNew() {
    server
        .replies(200, timedPage(true, "a@1"))
        .replies(400, REFUSAL)
        .replies(200, timedPage(true, "a@1"))
        .replies(400, REFUSAL);
    FileWalk walk = walk(ascending(), 0);

    assertThat(walk.next().id()).isEqualTo("a");
    assertThatThrownBy(walk::hasNext).isInstanceOf(ArkRequestException.class);
    assertThat(targets()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@2 b@1", "a@1 b@"})
  void doesNotStartOverIfTheServerKeepsNoOrder(String files) {
    server.replies(200, timedPage(true, files.split(" "))).replies(400, REFUSAL);
    FileWalk walk = walk(ascending(), 0);
    walk.next();
    walk.next();

    assertThatThrownBy(walk::hasNext).isInstanceOf(ArkRequestException.class);
    assertThat(targets()).hasSize(2);
  }

  @Test
  void takesEachPageForACallOfItsOwn() {
    FakeTime time = new FakeTime();
    server
        .then(
            request -> {
              time.pass(Duration.ofMinutes(10));
              return new FakeTransport().replies(200, page(true, "a")).execute(request);
            })
        .replies(200, page(false, "b"));

    drain(new FileWalk(client(time), FileQuery.ALL, true, 0));

    assertThat(server.requests())
        .extracting(Request::deadline)
        .containsExactly(Duration.ofMinutes(2).toNanos(), Duration.ofMinutes(12).toNanos());
    assertThat(server.requests()).extracting(Request::requestId).doesNotHaveDuplicates();
  }

  private FileWalk walk(FileQuery query, long maxFiles) {
    return new FileWalk(client(), query, true, maxFiles);
  }

  private ArkClient client() {
    return client(new FakeTime());
  }

  private ArkClient client(FakeTime time) {
    return new ArkClient(
        server,
        Dialects.named("ark"),
        "",
        null,
        new ApiKey("Authorization", "Bearer ", "key"),
        Duration.ofMinutes(2),
        time.time());
  }

  private List<String> targets() {
    return server.requests().stream().map(Request::target).toList();
  }

  private static List<String> drain(FileWalk walk) {
    List<String> ids = new ArrayList<>();
    walk.forEachRemaining(file -> ids.add(file.id()));
    return ids;
  }

  private static FileQuery ascending() {
    return new FileQuery(null, null, null, "asc");
  }

  private static String page(boolean hasMore, String... ids) {
    String data =
        Arrays.stream(ids).map("{\"id\":\"%s\"}"::formatted).collect(Collectors.joining(","));
    return "{\"data\":[%s],\"has_more\":%s}".formatted(data, hasMore);
  }

  /** Files written as id@second. */
  private static String timedPage(boolean hasMore, String... files) {
    String data =
        Arrays.stream(files)
            .map(file -> file.split("@", -1))
            .map(
                part ->
                    part[1].isEmpty()
                        ? "{\"id\":\"%s\"}".formatted(part[0])
                        : "{\"id\":\"%s\",\"created_at\":%s}".formatted(part[0], part[1]))
            .collect(Collectors.joining(","));
    return "{\"data\":[%s],\"has_more\":%s}".formatted(data, hasMore);
  }
}
