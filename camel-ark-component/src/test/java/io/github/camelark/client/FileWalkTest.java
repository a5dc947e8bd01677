// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.model.ArkFile;
import io.github.camelark.support.CapturedLog;
import io.github.camelark.transport.FakeTime;
import io.github.camelark.transport.FakeTransport;
import io.github.camelark.transport.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A walk over the pages of a server that follows the contract. */
@Timeout(60)
class FileWalkTest extends FileWalkTestSupport {

  @Test
  void requestsOnlyTheFirstPageAtOnce() {
    server.replies(200, page(true, "a", "b"));

    FileWalk walk = walk(FileQuery.ALL, 0);

    assertThat(targets()).containsExactly("/files");
    assertThat(walk.next().id()).isEqualTo("a");
    assertThat(targets()).hasSize(1);
  }

  @Test
  void requestsTheNextPageBeforeReturningTheLastFile() {
    server.replies(200, page(true, "a", "b")).replies(200, page(false, "c"));
    FileWalk walk = walk(FileQuery.ALL, 0);
    walk.next();

    ArkFile last = walk.next();

    assertThat(last.id()).isEqualTo("b");
    assertThat(targets()).containsExactly("/files", "/files?after=b");
  }

  @Test
  void requestsEveryPageWithTheSameOptions() {
    server.replies(200, page(true, "a b")).replies(200, page(false));

    drain(walk(new FileQuery("z", 7, "user_data", "asc"), 0));

    assertThat(targets())
        .containsExactly(
            "/files?after=z&limit=7&purpose=user_data&order=asc",
            "/files?after=a%20b&limit=7&purpose=user_data&order=asc");
  }

  @Test
  void continuesAfterTheLastId() {
    server
        .replies(200, "{\"data\":[{\"id\":\"a\"}],\"last_id\":\"cursor\",\"has_more\":true}")
        .replies(200, page(false));

    drain(walk(FileQuery.ALL, 0));

    assertThat(targets()).containsExactly("/files", "/files?after=cursor");
  }

  @Test
  void continuesAfterTheLastFileWithoutALastId() {
    server
        .replies(
            200, "{\"data\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"last_id\":\"\",\"has_more\":true}")
        .replies(200, page(false, "c"));

    assertThat(drain(walk(FileQuery.ALL, 0))).containsExactly("a", "b", "c");
    assertThat(targets()).containsExactly("/files", "/files?after=b");
  }

  @Test
  void endsUnlessTheServerReportsMore() {
    server.replies(200, "{\"data\":[{\"id\":\"a\"}],\"last_id\":\"a\"}");

    assertThat(drain(walk(FileQuery.ALL, 0))).containsExactly("a");
    assertThat(targets()).hasSize(1);
  }

  @Test
  void endsWithoutAWarningIfTheLastPageIsEmpty() {
    try (CapturedLog log = CapturedLog.of(PageWalk.class)) {
      server.replies(200, page(true, "a")).replies(200, page(false));

      assertThat(drain(walk(FileQuery.ALL, 0))).containsExactly("a");

      assertThat(log.warnings()).isEmpty();
    }
  }

  @Test
  void listsOnlyTheFirstPageIfTheApiHasNone() {
    try (CapturedLog log = CapturedLog.of(PageWalk.class)) {
      server.replies(200, page(true, "a", "b"));

      FileWalk walk = new FileWalk(client(new FakeTime(), "azure"), FileQuery.ALL, 0);

      assertThat(drain(walk)).containsExactly("a", "b");
      assertThat(log.warnings()).singleElement().asString().contains("no cursor");
    }
  }

  @Test
  void skipsEntriesThatAreNotFiles() {
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
  void requestsOnlyThePagesThatMaxFilesNeeds(long maxFiles, int requests) {
    server
        .replies(200, page(true, "a", "b"))
        .replies(200, page(true, "c", "d"))
        .replies(200, page(false, "e", "f"));

    List<String> files = drain(walk(FileQuery.ALL, maxFiles));

    assertThat(files).hasSize((int) Math.min(maxFiles, 6));
    assertThat(targets()).hasSize(requests);
  }

  @Test
  void returnsFilesThatArrivedBeforeTheFailure() {
    server.replies(200, page(true, "a", "b")).replies(400, REFUSAL);
    FileWalk walk = walk(FileQuery.ALL, 0);

    assertThat(walk.next().id()).isEqualTo("a");
    assertThat(walk.next().id()).isEqualTo("b");
    assertThatThrownBy(walk::next).isInstanceOf(ArkRequestException.class);
  }

  @Test
  void failsAgainOnTheNextRead() {
    server.replies(200, page(true, "a")).replies(200, "<html>");
    FileWalk walk = walk(FileQuery.ALL, 0);
    walk.next();

    assertThatThrownBy(walk::next).isInstanceOf(ArkProtocolException.class);
    assertThatThrownBy(walk::next).isInstanceOf(ArkProtocolException.class);
    assertThat(targets()).hasSize(2);
  }

  @Test
  void hasNextStaysTrueAfterAFailure() {
    server.replies(200, page(true, "a")).replies(503, "{}").replies(200, page(false, "b"));
    FileWalk walk = walk(FileQuery.ALL, 0);
    walk.next();

    for (int read = 0; read < 3; read++) {
      assertThat(walk.hasNext()).isTrue();
      assertThatThrownBy(walk::next).isInstanceOf(ArkUnavailableException.class);
    }

    assertThat(targets()).hasSize(2);
  }

  @Test
  void staysFailedWhateverWentWrong() {
    server
        .replies(200, page(true, "a"))
        .then(
            request -> {
              throw new StackOverflowError("of the test");
            })
        .replies(200, page(false, "b"));
    FileWalk walk = walk(FileQuery.ALL, 0);
    walk.next();

    assertThatThrownBy(walk::next).isInstanceOf(StackOverflowError.class);
    assertThatThrownBy(walk::next).isInstanceOf(StackOverflowError.class);
    assertThat(targets()).hasSize(2);
  }

  @Test
  void refusesASecondThreadAndContinuesForTheFirst() {
    List<Throwable> refusals = new ArrayList<>();
    FileWalk[] walk = new FileWalk[1];
    server
        .replies(200, page(true, "a"))
        .then(
            request -> {
              Thread second =
                  new Thread(
                      () -> {
                        refusals.add(catchThrowable(walk[0]::hasNext));
                        refusals.add(catchThrowable(walk[0]::next));
                      });
              second.start();
              join(second);
              return new FakeTransport().replies(200, page(false, "b")).execute(request);
            });
    walk[0] = walk(FileQuery.ALL, 0);

    assertThat(drain(walk[0])).containsExactly("a", "b");

    assertThat(refusals)
        .hasSize(2)
        .allSatisfy(
            refusal ->
                assertThat(refusal)
                    .isInstanceOf(ArkRequestException.class)
                    .hasMessageContaining("two threads")
                    .hasMessageContaining("parallelProcessing()")
                    .hasMessageContaining("paging=all"));
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
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
  void treatsEachPageAsACallOfItsOwn() {
    FakeTime time = new FakeTime();
    server
        .then(
            request -> {
              time.pass(Duration.ofMinutes(10));
              return new FakeTransport().replies(200, page(true, "a")).execute(request);
            })
        .replies(200, page(false, "b"));

    drain(new FileWalk(client(time), FileQuery.ALL, 0));

    assertThat(server.requests())
        .extracting(Request::deadline)
        .containsExactly(Duration.ofMinutes(2).toNanos(), Duration.ofMinutes(12).toNanos());
    assertThat(server.requests()).extracting(Request::requestId).doesNotHaveDuplicates();
  }
}
