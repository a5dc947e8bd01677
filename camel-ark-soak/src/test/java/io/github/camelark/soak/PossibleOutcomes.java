// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.soak;

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
 * What may become of a call after what the server did to its attempts, as the README promises it.
 * It is one outcome but for attempts that the server knows nothing of: those that were written to a
 * connection that it had closed, and those that found no listener.
 */
final class PossibleOutcomes {

  private final SoakOperation operation;
  private final List<Attempt> attempts;
  private final boolean slow;
  private final Set<Outcome> outcomes = new LinkedHashSet<>();

  private PossibleOutcomes(SoakOperation operation, List<Attempt> attempts, boolean slow) {
    this.operation = operation;
    this.attempts = attempts;
    this.slow = slow;
  }

  /**
   * @param attempts those that reached the server
   * @param maxAttempts how many the client may make
   * @param slow whether the call took so long that a good answer may have come too late
   */
  static Set<Outcome> of(
      SoakOperation operation, List<Attempt> attempts, int maxAttempts, boolean slow) {
    PossibleOutcomes possible = new PossibleOutcomes(operation, attempts, slow);
    possible.explore(0, maxAttempts, false);
    return possible.outcomes;
  }

  /**
   * @param next the attempt that the server saw next
   * @param attemptsLeft how many the client may still make
   * @param perhapsDone whether an earlier one may have been executed
   */
  private void explore(int next, int attemptsLeft, boolean perhapsDone) {
    again(next, attemptsLeft, perhapsDone, unavailable(0, perhapsDone, 0));
    lost(next, attemptsLeft);
    if (next < attempts.size()) {
      seen(next, attemptsLeft, perhapsDone);
      if (slow) {
        lost(next + 1, attemptsLeft);
      }
    }
  }

  private void seen(int index, int attemptsLeft, boolean perhapsDone) {
    Attempt seen = attempts.get(index);
    int number = index + 1;
    if (seen.fault().kind() == Fault.Kind.LOST) {
      lost(number, attemptsLeft);
    } else if (seen.fault().isServerError()) {
      again(number, attemptsLeft, true, unavailable(seen.status(), true, number));
    } else if (isWorthRepeating(seen)) {
      again(number, attemptsLeft, perhapsDone, unavailable(seen.status(), perhapsDone, number));
    } else if (number == attempts.size()) {
      outcomes.add(decided(seen, number, perhapsDone));
    }
  }

  private static boolean isWorthRepeating(Attempt seen) {
    return List.of(408, 429, 503).contains(seen.status()) && seen.fault() != Fault.QUOTA_USED_UP;
  }

  private void lost(int next, int attemptsLeft) {
    again(next, attemptsLeft, true, unavailable(0, true, 0));
  }

  /** After this the client makes another attempt, unless it was the last. */
  private void again(int next, int attemptsLeft, boolean perhapsDone, Outcome ifLast) {
    if (attemptsLeft > 1) {
      explore(next, attemptsLeft - 1, perhapsDone);
    } else if (next == attempts.size()) {
      outcomes.add(ifLast);
    }
  }

  private Outcome decided(Attempt seen, int number, boolean perhapsDone) {
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

  private String success(Attempt seen) {
    if (operation.deletes()) {
      return seen.fault() == Fault.DENIES ? "NOT_DELETED" : "DELETED";
    }
    return operation == SoakOperation.LIST_FILES ? "PAGE" : "FILE";
  }

  private Outcome notFound(Attempt seen, int number, boolean perhapsDone) {
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
