// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import io.github.camelark.api.ApiError;
import io.github.camelark.api.ApiOperation;
import io.github.camelark.dialect.Dialect;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkUnavailableException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a request's turn, and tries again what may be tried again.
 *
 * <p>Any call is repeated if it was never sent, or after 429 and 503: then it was not carried out.
 * After a lost answer, 408, 424, 425, 499 and other 5xx only a call that is safe to repeat is.
 * {@code Retry-After} sets the wait, never the decision; a wait that is too long is not begun.
 * Thread-safe.
 */
public final class ResilientTransport implements Transport {

  private final Transport transport;
  private final Dialect dialect;
  private final RetryLimits limits;
  private final Map<ApiOperation, Pace> paces;
  private final Time time;

  /**
   * @param paces the pace of each operation; one that is missing has no limit
   */
  public ResilientTransport(
      Transport transport,
      Dialect dialect,
      RetryLimits limits,
      Map<ApiOperation, Pace> paces,
      Time time) {
    this.transport = transport;
    this.dialect = dialect;
    this.limits = limits;
    this.paces = paces;
    this.time = time;
  }

  /** What the last try brought says more than that there is no time for another. */
  @Override
  public Reply execute(Request request) {
    Attempt latest = null;
    for (int tries = 1; ; tries++) {
      ArkUnavailableException noTurn = waitForTurn(request);
      if (noTurn != null) {
        if (latest == null) {
          throw noTurn;
        }
        return latest.outcome();
      }
      latest = attempt(request, latest != null && latest.mayHaveBeenExecuted());
      Duration wait = waitAfter(request, latest, tries);
      if (wait == null || sleep(wait, request) != null) {
        return latest.outcome();
      }
    }
  }

  private Attempt attempt(Request request, boolean afterLostAnswer) {
    try {
      Reply reply = transport.execute(request);
      return new Attempt(afterLostAnswer ? reply.followingLostAnswer() : reply, null);
    } catch (ArkException e) {
      return new Attempt(null, afterLostAnswer ? e.afterPossibleExecution() : e);
    }
  }

  /** The wait before the next try, null if there is to be none. */
  private @Nullable Duration waitAfter(Request request, Attempt attempt, int tries) {
    Reply reply = attempt.reply();
    Duration asked = reply == null ? null : reply.retryAfter();
    if (tries > limits.maxRetries()
        || !transport.isOpen()
        || !isWorthRepeating(request, attempt)
        || (asked != null && asked.compareTo(limits.maxRetryAfter()) > 0)) {
      return null;
    }
    Duration wait = asked == null ? limits.waitAfter(tries) : asked;
    return wait.compareTo(time.until(request.deadline())) < 0 ? wait : null;
  }

  private boolean isWorthRepeating(Request request, Attempt attempt) {
    Reply reply = attempt.reply();
    if (reply == null) {
      return attempt.isTransient()
          && (!attempt.mayHaveBeenExecuted() || request.operation().isRepeatable());
    }
    return switch (reply.status()) {
      case 429 -> {
        ApiError error = ApiError.find(reply.body());
        yield !dialect.isAllowance(error) && !dialect.isStorageQuota(error);
      }
      case 503 -> true;
      case 408, 424, 425, 499 -> request.operation().isRepeatable();
      default -> reply.status() >= 500 && request.operation().isRepeatable();
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
      return notSent(
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
      return notSent(request, "interrupted while waiting to try", "", e);
    }
  }

  private static ArkUnavailableException notSent(
      Request request, String message, String advice, @Nullable Throwable cause) {
    return new ArkUnavailableException(
        CallFailures.failure(request, message, false), advice, null, cause);
  }

  /** What one try brought: a reply or a failure. */
  private record Attempt(@Nullable Reply reply, @Nullable ArkException failure) {

    boolean mayHaveBeenExecuted() {
      return reply == null
          ? failure != null && failure.mayHaveBeenExecuted()
          : reply.mayHaveBeenExecuted();
    }

    boolean isTransient() {
      return failure != null && failure.isTransient();
    }

    Reply outcome() {
      if (reply == null) {
        throw Objects.requireNonNull(failure);
      }
      return reply;
    }
  }
}
