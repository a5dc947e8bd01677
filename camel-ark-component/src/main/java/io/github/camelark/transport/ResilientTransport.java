// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import io.github.camelark.api.ApiOperation;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.time.Time;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a request's turn, and repeats what may be repeated.
 *
 * <p>A call that was never sent is repeated. After a lost answer only a call that is safe to repeat
 * is. What a reply allows is asked of the request's {@link ReplyJudge}. {@code Retry-After} sets
 * the wait, never the decision; a wait that is too long is not begun. Thread-safe.
 */
public final class ResilientTransport implements Transport {

  private final Transport transport;
  private final RetryLimits limits;
  private final Map<ApiOperation, Pace> paces;
  private final Time time;

  /**
   * @param paces the pace of each operation; one that is missing has no limit
   */
  public ResilientTransport(
      Transport transport, RetryLimits limits, Map<ApiOperation, Pace> paces, Time time) {
    this.transport = transport;
    this.limits = limits;
    this.paces = paces;
    this.time = time;
  }

  /** The latest attempt's outcome says more than that there is no time for another. */
  @Override
  public Reply execute(Request request) {
    Attempt latest = null;
    for (int attempts = 1; ; attempts++) {
      ArkUnavailableException noTurn = waitForTurn(request);
      if (noTurn != null) {
        if (latest == null) {
          throw noTurn;
        }
        return latest.outcome();
      }
      latest = attempt(request, latest != null && latest.mayHaveBeenExecuted());
      Duration wait = waitAfter(request, latest, attempts);
      if (wait == null || sleep(wait, request) != null) {
        return latest.outcome();
      }
    }
  }

  @Override
  public String withoutTokens(String text) {
    return transport.withoutTokens(text);
  }

  private Attempt attempt(Request request, boolean afterPossibleExecution) {
    try {
      Reply reply = transport.execute(request);
      Verdict verdict = request.judge().verdict(reply);
      return new Attempt(
          afterPossibleExecution ? reply.inCallThatMayHaveBeenExecuted() : reply,
          null,
          verdict.repeat(),
          verdict.mayHaveBeenExecuted() || afterPossibleExecution);
    } catch (ArkException e) {
      ArkException failure = afterPossibleExecution ? e.afterPossibleExecution() : e;
      return new Attempt(null, failure, repeat(failure), failure.mayHaveBeenExecuted());
    }
  }

  private static Repeat repeat(ArkException failure) {
    if (!failure.isTransient()) {
      return Repeat.NEVER;
    }
    return failure.mayHaveBeenExecuted() ? Repeat.IF_SAFE : Repeat.ALWAYS;
  }

  /** The wait before the next attempt, null if there is to be none. */
  private @Nullable Duration waitAfter(Request request, Attempt attempt, int attempts) {
    Reply reply = attempt.reply();
    Duration asked = reply == null ? null : reply.retryAfter();
    if (attempts > limits.maxRetries()
        || !transport.isOpen()
        || !isWorthRepeating(request, attempt)
        || (asked != null && asked.compareTo(limits.maxRetryAfter()) > 0)) {
      return null;
    }
    Duration wait = asked == null ? limits.waitAfter(attempts) : asked;
    return wait.compareTo(time.until(request.deadline())) < 0 ? wait : null;
  }

  private static boolean isWorthRepeating(Request request, Attempt attempt) {
    return switch (attempt.repeat()) {
      case ALWAYS -> request.isReadableAgain();
      case IF_SAFE -> request.operation().isRepeatable() && request.isReadableAgain();
      case NEVER -> false;
    };
  }

  /** Null when it is this request's turn, else why it never will be. */
  private @Nullable ArkUnavailableException waitForTurn(Request request) {
    Pace pace = paces.get(request.operation());
    if (pace == null || pace.requestsPerSecond() == 0) {
      return null;
    }
    Duration wait = pace.takeTurn(time.nanos(), time.until(request.deadline()));
    if (wait.isNegative()) {
      return CallFailures.notSent(
          request,
          "no turn comes within callTimeout at requestsPerSecond=" + pace.requestsPerSecond(),
          "send fewer requests at once, or raise callTimeout or requestsPerSecond",
          null);
    }
    return wait.isZero() ? null : sleep(wait, request);
  }

  /** Null when the time is over, else what came in between. */
  private @Nullable ArkUnavailableException sleep(Duration wait, Request request) {
    try {
      time.sleep(wait);
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CallFailures.notSent(request, "interrupted while waiting to try", "", e);
    }
  }

  /** What one attempt brought: a reply or a failure, and what that means. */
  private record Attempt(
      @Nullable Reply reply,
      @Nullable ArkException failure,
      Repeat repeat,
      boolean mayHaveBeenExecuted) {

    Reply outcome() {
      if (reply == null) {
        throw Objects.requireNonNull(failure);
      }
      return reply;
    }
  }
}
