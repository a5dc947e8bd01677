// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import io.github.camelark.api.ApiFailure;
import io.github.camelark.api.ApiOperation;
import io.github.camelark.client.ApiResult;
import io.github.camelark.client.ArkClient;
import io.github.camelark.dialect.Statuses;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkObject;
import io.github.camelark.model.Processed;
import io.github.camelark.text.RemoteText;
import io.github.camelark.time.Time;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Asks for something again and again until it can be used: at once, and then after a quarter of the
 * time that has been waited so far, but not more often than every second and not more seldom than
 * every fifteen. A status that is not known is waited for too: it may be tomorrow's. Thread-safe.
 */
final class Await<T extends ArkObject & Processed> {

  private static final Duration LEAST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  /** How long a route that stops may have to wait for us. */
  private static final Duration NAP = Duration.ofMillis(250);

  private final ApiOperation operation;
  private final ArkClient client;
  private final Statuses statuses;
  private final Duration timeout;
  private final Time time;

  /**
   * @param timeout how long to wait in all, the calls included
   */
  Await(ApiOperation operation, ArkClient client, Statuses statuses, Duration timeout, Time time) {
    this.operation = operation;
    this.client = client;
    this.statuses = statuses;
    this.timeout = timeout;
    this.time = time;
  }

  /**
   * @param call asks once for what has that id
   */
  ApiResult<T> ask(Function<String, ApiResult<T>> call, String id, Exchange exchange) {
    long start = time.nanos();
    while (true) {
      ApiResult<T> result = call.apply(id);
      T asked = result.value();
      if (statuses.isReady(asked.status())) {
        return result;
      }
      if (statuses.isFailed(asked.status())) {
        throw client.failedProcessing(operation, asked, details(asked), result.requestId());
      }
      Duration waited = Duration.ofNanos(time.nanos() - start);
      Duration left = timeout.minus(waited);
      if (left.isNegative() || left.isZero()) {
        throw notYet(asked, result, "still " + status(asked) + " after " + inWords(timeout), null);
      }
      sleep(least(pauseAfter(waited), left), asked, result, exchange);
    }
  }

  private static @Nullable String details(Object asked) {
    return asked instanceof ArkFile file ? file.statusDetails() : null;
  }

  private static Duration pauseAfter(Duration waited) {
    Duration quarter = waited.dividedBy(4);
    return quarter.compareTo(LEAST_PAUSE) < 0 ? LEAST_PAUSE : least(quarter, LONGEST_PAUSE);
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** In naps, to see that the route stops. */
  private void sleep(Duration pause, T asked, ApiResult<T> result, Exchange exchange) {
    long end = time.nanos() + pause.toNanos();
    try {
      for (Duration left = pause; !left.isNegative() && !left.isZero(); left = time.until(end)) {
        if (StopSignal.isStopping(exchange)) {
          throw notYet(
              asked, result, "still " + status(asked) + ", and the route that waits stops", null);
        }
        time.sleep(least(left, NAP));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notYet(asked, result, "interrupted while it was " + status(asked), e);
    }
  }

  private ArkUnavailableException notYet(
      T asked, ApiResult<T> result, String message, @Nullable InterruptedException cause) {
    return new ArkUnavailableException(
        ApiFailure.of(operation.toString(), asked.id(), result.requestId(), message),
        "wait again, or raise awaitTimeout",
        null,
        cause);
  }

  private static String status(Processed asked) {
    return asked.status() == null ? "without a status" : RemoteText.excerpt(asked.status(), 100);
  }

  private static String inWords(Duration duration) {
    return duration.toString().substring(2).toLowerCase(Locale.ROOT);
  }
}
