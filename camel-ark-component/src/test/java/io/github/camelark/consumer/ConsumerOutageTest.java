// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkConsumer;
import io.github.camelark.support.CapturedLog;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A repository that is out of reach for a while costs no file: every claim is given back, the
 * latest when it is there again. Other nodes' claims stay.
 */
class ConsumerOutageTest extends ConsumerTestSupport {

  private static final String OPTIONS =
      "inProgressRepository=#shared&idempotentRepository=#done&delay=10s&";

  private final Map<String, Object> claimed = new HashMap<>();
  private final Remote shared = new Remote(claimed);
  private final Remote done = new Remote(new HashMap<>());

  @BeforeEach
  void bindTheRepositories() {
    context.getRegistry().bind("shared", shared);
    context.getRegistry().bind("done", done);
  }

  private void nextPoll() {
    CLOCK.advance(Duration.ofSeconds(10));
    poll();
  }

  @Test
  void outageWhileAPageIsClaimedLosesNoFile() throws Exception {
    addFiles(100);
    shared.awayAfter = 60;
    consume(OPTIONS);
    poll();
    assertThat(emitted).isEmpty();
    assertThat(claimed).isNotEmpty();
    shared.comeBack();

    poll();

    assertThat(emitted).hasSize(100).doesNotHaveDuplicates();
    assertThat(claimed).isEmpty();
  }

  @Test
  void claimThatCannotBeReleasedDoesNotKeepTheOthers() throws Exception {
    addFiles(5);
    CountDownLatch gate = new CountDownLatch(1);
    consume(OPTIONS, exchange -> gate.await());
    CompletableFuture<Void> polling = CompletableFuture.runAsync(this::poll, OWN_THREAD);
    eventually(() -> emitted.size() == 1);
    shared.lost.add("file-0002");
    shared.lost.add("file-0004");
    CompletableFuture<Void> suspending = CompletableFuture.runAsync(this::suspend, OWN_THREAD);
    eventually(() -> !consumer().isBatchAllowed());

    gate.countDown();
    polling.join();
    suspending.join();

    assertThat(claimed).containsOnlyKeys("file-0002", "file-0004");
    shared.comeBack();
    context.getRouteController().resumeRoute("consumer");
    poll();
    assertThat(emitted).hasSize(5).doesNotHaveDuplicates();
    assertThat(claimed).isEmpty();
  }

  private void suspend() {
    try {
      context.getRouteController().suspendRoute("consumer");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void routeThatStopsInTheOutageGetsItsFilesWhenItStartsAgain() throws Exception {
    addFiles(10);
    stopInAnOutage(OPTIONS);
    assertThat(claimed).hasSize(10);
    shared.comeBack();

    context.getRouteController().startRoute("consumer");
    poll();

    assertThat(emitted).hasSize(10).doesNotHaveDuplicates();
    assertThat(claimed).isEmpty();
  }

  @Test
  void claimsOfARouteThatStaysStoppedAreGivenBackWithoutIt() throws Exception {
    addFiles(10);
    stopInAnOutage(OPTIONS.replace("delay=10s", "delay=5"));

    shared.comeBack();

    eventually(() -> shared.isEmpty());
  }

  /** Stops while the first file is processed and the others are claimed. */
  private void stopInAnOutage(String options) throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    consume(options, exchange -> gate.await());
    CompletableFuture<Void> polling = CompletableFuture.runAsync(this::poll, OWN_THREAD);
    eventually(() -> emitted.size() == 1);
    shared.away = true;
    ArkConsumer consumer = consumer();
    CompletableFuture<Void> stopping =
        CompletableFuture.runAsync(() -> stop("consumer"), OWN_THREAD);
    eventually(() -> !consumer.isBatchAllowed());
    gate.countDown();
    polling.join();
    stopping.join();
  }

  private void stop(String route) {
    try {
      context.getRouteController().stopRoute(route);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void filesThatCannotBeRememberedAsDoneComeAgain() throws Exception {
    addFiles(3);
    consume(
        OPTIONS,
        exchange -> {
          boolean first = emitted.size() <= 3;
          done.away = first;
          shared.away = first;
        });
    poll();
    assertThat(emitted).hasSize(3);
    assertThat(claimed).hasSize(3);
    shared.comeBack();
    done.comeBack();

    nextPoll();

    assertThat(emitted).hasSize(6);
    assertThat(claimed).isEmpty();
    nextPoll();
    assertThat(emitted).hasSize(6);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"57P01", "08006", "no state", "no SQL"})
  void claimThatWasMadeThoughItsAnswerWasLostIsGivenBack(String state) throws Exception {
    addFiles(3);
    shared.answerLostFor = "file-0002";
    shared.failure = failure(state);
    consume(OPTIONS);

    poll();
    poll();

    assertThat(emitted).hasSize(3).doesNotHaveDuplicates();
    assertThat(claimed).isEmpty();
  }

  @Test
  void claimWhoseAnswerWasLostBeforeTheRepositoryWentAwayIsGivenBack() throws Exception {
    addFiles(3);
    shared.answerLostFor = "file-0002";
    shared.awayAfterLostAnswer = true;
    shared.failure = failure("08006");
    consume(OPTIONS);
    poll();
    assertThat(claimed).containsKey("file-0002");
    shared.comeBack();

    poll();

    assertThat(emitted).hasSize(3).doesNotHaveDuplicates();
    assertThat(claimed).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"23505", "40001"})
  void claimThatAnotherNodeMadeAtTheSameMomentIsNotGivenBack(String state) throws Exception {
    addFiles(3);
    shared.answerLostFor = "file-0002";
    shared.failure = failure(state);
    consume(OPTIONS);

    poll();
    nextPoll();

    assertThat(emitted).containsExactly("file-0001", "file-0003");
    assertThat(claimed).containsOnlyKeys("file-0002");
  }

  @ParameterizedTest(name = "away after {0} calls, which another node has claimed: {1}")
  @CsvSource({"0, file-0001", "1, file-0001", "2, file-0001", "3, file-0002", "4, file-0002"})
  void outageTakesNoClaimFromAnotherNode(int calls, String other) throws Exception {
    addFiles(3);
    claimed.put(other, other);
    shared.awayAfter = calls;
    consume(OPTIONS);
    poll();
    shared.comeBack();

    poll();
    nextPoll();

    assertThat(emitted).hasSize(2).doesNotContain(other);
    assertThat(claimed).containsOnlyKeys(other);
  }

  @Test
  void outageIsLoggedInAFewLines() throws Exception {
    addFiles(100);
    shared.awayAfter = 150;
    consume(OPTIONS);

    try (CapturedLog log = CapturedLog.ofTheComponent()) {
      poll();

      assertThat(log.warnings()).hasSizeBetween(1, 3);
    }
  }

  private static RuntimeException failure(String state) {
    SQLException sql =
        state.equals("no state") ? new SQLException("lost") : new SQLException("lost", state);
    return new IllegalStateException("lost", state.equals("no SQL") ? null : sql);
  }

  @Test
  void flappingForAnHourLosesNoFile() throws Exception {
    List<String> files = addFiles(60);
    consume(OPTIONS + "limit=10&");

    for (int i = 0; i < 360; i++) {
      shared.awayAfter = i % 3 == 0 ? (i * 7) % 40 : Integer.MAX_VALUE;
      done.awayAfter = i % 5 == 0 ? (i * 11) % 60 : Integer.MAX_VALUE;
      nextPoll();
      shared.comeBack();
      done.comeBack();
    }

    nextPoll();
    assertThat(Set.copyOf(emitted)).containsExactlyInAnyOrderElementsOf(files);
    assertThat(claimed).isEmpty();
    assertThat(polled()).isEmpty();
  }

  /** Simulates a database that can be down, or lose an answer. */
  private static final class Remote extends MemoryIdempotentRepository {

    private final Map<String, Object> keys;
    private final Set<String> lost = new HashSet<>();
    private volatile boolean away;
    private int awayAfter = Integer.MAX_VALUE;
    private String answerLostFor;
    private boolean awayAfterLostAnswer;
    private RuntimeException failure = new IllegalStateException("away");

    Remote(Map<String, Object> keys) {
      super(keys);
      this.keys = keys;
    }

    synchronized void comeBack() {
      away = false;
      awayAfter = Integer.MAX_VALUE;
      lost.clear();
    }

    synchronized boolean isEmpty() {
      return keys.isEmpty();
    }

    private void call(String key) {
      if (away || awayAfter-- <= 0 || lost.contains(key)) {
        throw failure;
      }
    }

    @Override
    public synchronized boolean add(String key) {
      call(key);
      boolean added = super.add(key);
      if (added && key.equals(answerLostFor)) {
        answerLostFor = null;
        away = awayAfterLostAnswer;
        throw failure;
      }
      return added;
    }

    @Override
    public synchronized boolean contains(String key) {
      call(key);
      return super.contains(key);
    }

    @Override
    public synchronized boolean remove(String key) {
      call(key);
      return super.remove(key);
    }
  }
}
