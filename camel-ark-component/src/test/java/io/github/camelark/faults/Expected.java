// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.model.ArkDeletion;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkFilePage;
import io.github.camelark.secrecy.PrintedException;
import io.github.camelark.secrecy.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The outcome that the contract promises for a fault.
 *
 * @param failure null for a success
 * @param status the HTTP status of the failure
 * @param perhapsDone what {@code mayHaveBeenExecuted} says
 * @param retryAfter how long the server asks to wait, as reported by the failure
 * @param says a part of the failure's message
 * @param deletion the outcome of a successful deletion
 * @param attempts how many attempts there are
 * @param seen how many attempts the server sees
 * @param pause how long it waits before each further try; null for its own backoff
 */
record Expected(
    Class<? extends ArkException> failure,
    int status,
    boolean perhapsDone,
    Duration retryAfter,
    String says,
    ArkDeletion.Outcome deletion,
    int attempts,
    int seen,
    Duration pause) {

  /** The first try and those of {@code maxRetries}. */
  static final int ALL_ATTEMPTS = 3;

  private static final Duration RETRY_DELAY = Duration.ofMillis(500);

  static Expected succeeds() {
    return succeeds(ArkDeletion.Outcome.DELETED);
  }

  /** Succeeds; a deletion has this outcome. */
  static Expected succeeds(ArkDeletion.Outcome deletion) {
    return new Expected(null, 0, false, null, "", deletion, 1, 1, null);
  }

  static Expected fails(Class<? extends ArkException> failure) {
    return new Expected(failure, 0, false, null, "", null, 1, 1, null);
  }

  /** There is no answer, and it is unknown whether the call was executed. */
  static Expected isLost() {
    return fails(ArkUnavailableException.class).perhapsDone(true).inAttempts(ALL_ATTEMPTS);
  }

  Expected withStatus(int newStatus) {
    return new Expected(
        failure, newStatus, perhapsDone, retryAfter, says, deletion, attempts, seen, pause);
  }

  Expected perhapsDone(boolean newPerhapsDone) {
    return new Expected(
        failure, status, newPerhapsDone, retryAfter, says, deletion, attempts, seen, pause);
  }

  Expected tellingToWait(Duration newRetryAfter) {
    return new Expected(
        failure, status, perhapsDone, newRetryAfter, says, deletion, attempts, seen, pause);
  }

  Expected saying(String newSays) {
    return new Expected(
        failure, status, perhapsDone, retryAfter, newSays, deletion, attempts, seen, pause);
  }

  Expected inAttempts(int newTries) {
    return new Expected(
        failure, status, perhapsDone, retryAfter, says, deletion, newTries, newTries, pause);
  }

  /** How many of the attempts reach the server, where that is not all of them. */
  Expected ofWhichSeen(int newSeen) {
    return new Expected(
        failure, status, perhapsDone, retryAfter, says, deletion, attempts, newSeen, pause);
  }

  Expected waiting(Duration newWait) {
    return new Expected(
        failure, status, perhapsDone, retryAfter, says, deletion, attempts, seen, newWait);
  }

  void check(Result result) {
    if (failure == null) {
      checkSuccess(result);
    } else {
      checkFailure(result);
    }
    checkSleeps(result.sleeps());
  }

  private void checkSuccess(Result result) {
    assertThat(result.failure()).isNull();
    switch (result.subject()) {
      case LIST ->
          assertThat(((ArkFilePage) result.body()).data())
              .extracting(ArkFile::id)
              .containsExactly(result.fileId());
      case RETRIEVE -> assertThat(((ArkFile) result.body()).id()).isEqualTo(result.fileId());
      case DELETE_FILE, DELETE_RESPONSE -> {
        assertThat(((ArkDeletion) result.body()).id()).isEqualTo(result.fileId());
        assertThat(((ArkDeletion) result.body()).outcome()).isEqualTo(deletion);
      }
      case CONSUMER, CONSUMER_DELETION ->
          assertThat(result.emitted()).containsExactly(result.fileId());
    }
  }

  private void checkFailure(Result result) {
    assertThat(result.failure()).isExactlyInstanceOf(failure).hasMessageContaining(says);
    assertThat(Secrets.in(PrintedException.of(result.failure()))).isNull();
    assertThat(((ArkException) result.failure()).status()).isEqualTo(status);
    String body = ((ArkException) result.failure()).body();
    assertThat(body == null ? 0 : body.getBytes(StandardCharsets.UTF_8).length)
        .isLessThanOrEqualTo(1024);
    assertThat(((ArkException) result.failure()).mayHaveBeenExecuted()).isEqualTo(perhapsDone);
    if (result.failure() instanceof ArkUnavailableException unavailable) {
      assertThat(unavailable.retryAfter()).isEqualTo(retryAfter);
    }
    List<String> read =
        result.subject() == Subject.CONSUMER_DELETION ? List.of(result.fileId()) : List.of();
    assertThat(result.emitted()).isEqualTo(read);
  }

  private void checkSleeps(List<Duration> sleeps) {
    assertThat(sleeps).as("waits between attempts").hasSize(attempts - 1);
    List<Duration> longest = new ArrayList<>();
    for (int i = 0; i < sleeps.size(); i++) {
      longest.add(pause == null ? RETRY_DELAY.multipliedBy(1L << i) : pause);
      Duration shortest = pause == null ? longest.get(i).dividedBy(2) : pause;
      assertThat(sleeps.get(i)).isBetween(shortest, longest.get(i));
    }
  }
}
