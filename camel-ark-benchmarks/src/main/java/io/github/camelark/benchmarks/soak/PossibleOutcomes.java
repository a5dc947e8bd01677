// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

import io.github.camelark.error.ArkAuthenticationException;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.error.ArkQuotaException;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.error.ArkUnavailableException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What may become of a call after what the server did to its tries, as the README promises it. It
 * is one outcome but for tries that the server knows nothing of: those that were written to a
 * connection that it had closed, and those that found nobody listening.
 */
final class PossibleOutcomes {

  private final SoakOperation operation;
  private final List<Try> tries;
  private final boolean slow;
  private final Set<Outcome> outcomes = new LinkedHashSet<>();

  private PossibleOutcomes(SoakOperation operation, List<Try> tries, boolean slow) {
    this.operation = operation;
    this.tries = tries;
    this.slow = slow;
  }

  /**
   * @param tries those that reached the server
   * @param maxTries how many the client may make
   * @param slow whether the call took so long that a good answer may have come too late
   */
  static Set<Outcome> of(SoakOperation operation, List<Try> tries, int maxTries, boolean slow) {
    PossibleOutcomes possible = new PossibleOutcomes(operation, tries, slow);
    possible.explore(0, maxTries, false);
    return possible.outcomes;
  }

  /**
   * @param next the try that the server saw next
   * @param triesLeft how many the client may still make
   * @param perhapsDone whether an earlier one may have been carried out
   */
  private void explore(int next, int triesLeft, boolean perhapsDone) {
    again(next, triesLeft, perhapsDone, unavailable(0, perhapsDone, 0));
    lost(next, triesLeft);
    if (next < tries.size()) {
      seen(next, triesLeft, perhapsDone);
      if (slow) {
        lost(next + 1, triesLeft);
      }
    }
  }

  private void seen(int index, int triesLeft, boolean perhapsDone) {
    Try seen = tries.get(index);
    int number = index + 1;
    if (seen.fault().kind() == Fault.Kind.LOST) {
      lost(number, triesLeft);
    } else if (seen.fault().isServerError()) {
      again(number, triesLeft, true, unavailable(seen.status(), true, number));
    } else if (isWorthRepeating(seen)) {
      again(number, triesLeft, perhapsDone, unavailable(seen.status(), perhapsDone, number));
    } else if (number == tries.size()) {
      outcomes.add(decided(seen, number, perhapsDone));
    }
  }

  private static boolean isWorthRepeating(Try seen) {
    return List.of(408, 429, 503).contains(seen.status()) && seen.fault() != Fault.QUOTA_USED_UP;
  }

  private void lost(int next, int triesLeft) {
    again(next, triesLeft, true, unavailable(0, true, 0));
  }

  /** After this the client tries again, unless it was the last time. */
  private void again(int next, int triesLeft, boolean perhapsDone, Outcome ifLast) {
    if (triesLeft > 1) {
      explore(next, triesLeft - 1, perhapsDone);
    } else if (next == tries.size()) {
      outcomes.add(ifLast);
    }
  }

  private Outcome decided(Try seen, int number, boolean perhapsDone) {
    if (seen.fault().kind() == Fault.Kind.UNREADABLE) {
      return failed(
          ArkProtocolException.class, seen.status(), true, seen.status() == 0 ? 0 : number);
    }
    return switch (seen.status()) {
      case 200 -> new Outcome(success(seen), number);
      case 400, 405, 413, 415, 422 ->
          failed(ArkRequestException.class, seen.status(), perhapsDone, number);
      case 401, 403 -> failed(ArkAuthenticationException.class, seen.status(), perhapsDone, number);
      case 404 -> notFound(seen, number, perhapsDone);
      case 409 -> unavailable(409, perhapsDone, number);
      case 429 -> failed(ArkQuotaException.class, 429, perhapsDone, number);
      default -> failed(ArkProtocolException.class, seen.status(), perhapsDone, number);
    };
  }

  private String success(Try seen) {
    if (operation.deletes()) {
      return seen.fault() == Fault.DENIES ? "NOT_DELETED" : "DELETED";
    }
    return operation == SoakOperation.LIST_FILES ? "PAGE" : "FILE";
  }

  private Outcome notFound(Try seen, int number, boolean perhapsDone) {
    boolean wrongAddress = seen.fault() == Fault.WRONG_ADDRESS;
    if (operation.deletes() && perhapsDone) {
      return wrongAddress ? unavailable(404, true, number) : new Outcome("ALREADY_GONE", number);
    }
    return failed(
        wrongAddress ? ArkProtocolException.class : ArkNotFoundException.class,
        404,
        perhapsDone,
        number);
  }

  private static Outcome unavailable(int status, boolean perhapsDone, int number) {
    return new Outcome(Outcome.failure(ArkUnavailableException.class, status, perhapsDone), number);
  }

  private static Outcome failed(
      Class<? extends ArkException> type, int status, boolean perhapsDone, int number) {
    return new Outcome(Outcome.failure(type, status, perhapsDone), number);
  }
}
