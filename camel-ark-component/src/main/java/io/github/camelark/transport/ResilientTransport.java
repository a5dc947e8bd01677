// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import io.github.camelark.dialect.ApiError;
import io.github.camelark.dialect.ApiOperation;
import io.github.camelark.dialect.Dialect;
import io.github.camelark.error.ArkFailure;
import io.github.camelark.error.ArkUnavailableException;
import java.time.Duration;
import java.util.Map;
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
  private final Backoff backoff;
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
    this.backoff = new Backoff(limits.retryDelay(), limits.maxRetryDelay(), limits.random());
    this.paces = paces;
    this.time = time;
  }

  @Override
  public Reply execute(Request request) {
    boolean afterLostAnswer = false;
    for (int tries = 1; ; tries++) {
      waitForTurn(request, afterLostAnswer);
      Duration wait;
      try {
        Reply reply = transport.execute(request);
        if (afterLostAnswer) {
          reply = reply.followingLostAnswer();
        }
        wait = isWorthRepeating(request, reply) ? wait(request, tries, reply.retryAfter()) : null;
        if (wait == null) {
          return reply;
        }
        afterLostAnswer = reply.mayHaveBeenCarriedOut();
      } catch (ArkUnavailableException e) {
        ArkUnavailableException failure = afterLostAnswer ? e.followingLostAnswer() : e;
        wait = isWorthRepeating(request, failure) ? wait(request, tries, null) : null;
        if (wait == null) {
          throw failure;
        }
        afterLostAnswer = failure.mayHaveBeenCarriedOut();
      }
      sleep(wait, request, afterLostAnswer);
    }
  }

  private boolean isWorthRepeating(Request request, Reply reply) {
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

  private static boolean isWorthRepeating(Request request, ArkUnavailableException failure) {
    return !failure.mayHaveBeenCarriedOut() || request.operation().isRepeatable();
  }

  /** The wait before the next try, null if there is to be none. */
  private @Nullable Duration wait(Request request, int tries, @Nullable Duration asked) {
    if (tries > limits.maxRetries()
        || (asked != null && asked.compareTo(limits.maxRetryAfter()) > 0)) {
      return null;
    }
    Duration wait = asked == null ? backoff.after(tries) : asked;
    return wait.compareTo(time.until(request.deadline())) < 0 ? wait : null;
  }

  private void waitForTurn(Request request, boolean afterLostAnswer) {
    Pace pace = paces.get(request.operation());
    if (pace == null || pace.requestsPerSecond() == 0) {
      return;
    }
    Duration wait = pace.takeTurn(time.until(request.deadline()));
    if (wait.isNegative()) {
      throw unavailable(
          request,
          "no turn comes within callTimeout at requestsPerSecond=" + pace.requestsPerSecond(),
          "send fewer requests at once, or raise callTimeout or requestsPerSecond",
          afterLostAnswer,
          null);
    }
    if (!wait.isZero()) {
      sleep(wait, request, afterLostAnswer);
    }
  }

  private void sleep(Duration wait, Request request, boolean afterLostAnswer) {
    try {
      time.sleeper().sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(request, "interrupted while waiting to try", "", afterLostAnswer, e);
    }
  }

  private static ArkUnavailableException unavailable(
      Request request,
      String message,
      String advice,
      boolean mayHaveBeenCarriedOut,
      @Nullable Throwable cause) {
    return new ArkUnavailableException(
        ArkFailure.of(
            request.operation().toString(), request.resourceId(), request.requestId(), message),
        advice,
        mayHaveBeenCarriedOut,
        null,
        cause);
  }
}
