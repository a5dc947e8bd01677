// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.client.PurposeCheck;
import io.github.camelark.dialect.Dialects;
import io.github.camelark.model.ArkFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which of the listed files come. A file that only lacks age or the wanted status may come later; a
 * file that a predicate refuses, or whose status is final and not wanted, does not. Thread-safe if
 * the predicate is.
 */
public final class FileFilter {

  /** Statuses that a file does not leave again. */
  private static final Set<String> FINAL_STATUSES = Dialects.finalStatuses();

  private final FileSelection selection;
  private final PurposeCheck purposes;
  private final Predicate<ArkFile> predicate;
  private final Clock clock;

  /**
   * @param predicate what the expressions and beans of the selection say about a file
   */
  public FileFilter(
      FileSelection selection, PurposeCheck purposes, Predicate<ArkFile> predicate, Clock clock) {
    this.selection = selection;
    this.purposes = purposes;
    this.predicate = predicate;
    this.clock = clock;
  }

  /** Whether the file comes now ({@code EMIT}), later or never. */
  Decision decide(ArkFile file) {
    if (!purposes.admits(selection.purpose(), file)) {
      return Decision.NEVER;
    }
    Duration olderThan = selection.olderThan();
    Duration expiringWithin = selection.expiringWithin();
    Decision decision = byStatus(file);
    if (decision == Decision.LATER) {
      // size and type are known only once a file is active: too early to ask the predicate
      return decision;
    }
    if (decision == Decision.EMIT
        && olderThan != null
        && !isOlder(file, olderThan, clock.instant())) {
      decision = Decision.LATER;
    }
    if (decision == Decision.EMIT && expiringWithin != null) {
      decision = byExpiry(file, expiringWithin, clock.instant());
    }
    return decision != Decision.NEVER && !predicate.test(file) ? Decision.NEVER : decision;
  }

  private Decision byStatus(ArkFile file) {
    String status = file.status();
    Set<String> statuses = selection.statuses();
    if (statuses.isEmpty() || (status != null && statuses.contains(status))) {
      return Decision.EMIT;
    }
    return status != null && FINAL_STATUSES.contains(status) ? Decision.NEVER : Decision.LATER;
  }

  private static boolean isOlder(ArkFile file, Duration age, Instant now) {
    Instant created = file.createdAt();
    return created != null && created.isBefore(now.minus(age));
  }

  private static Decision byExpiry(ArkFile file, Duration within, Instant now) {
    Instant expires = file.expireAt();
    if (expires == null) {
      return Decision.NEVER;
    }
    return expires.isBefore(now.plus(within)) ? Decision.EMIT : Decision.LATER;
  }
}
