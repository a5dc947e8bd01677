// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.model.ArkFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which of the listed files come. A file that only lacks age or the wanted status may come later; a
 * file that a predicate refuses, or whose status is final and not wanted, does not. Thread-safe if
 * the predicate is.
 */
public final class FileFilter {

  /** Statuses that a file does not leave again. */
  private static final Set<String> FINAL_STATUSES =
      Set.of("active", "failed", "processed", "error", "deleted", "expired");

  private final Set<String> statuses;
  private final @Nullable Duration olderThan;
  private final @Nullable Duration expiringWithin;
  private final Predicate<ArkFile> predicate;
  private final Clock clock;

  /**
   * @param statuses the wanted statuses; empty for all
   * @param olderThan the least age; null for any
   * @param expiringWithin the most time until the service deletes the file itself; null for any
   * @param predicate what else must hold
   */
  public FileFilter(
      Set<String> statuses,
      @Nullable Duration olderThan,
      @Nullable Duration expiringWithin,
      Predicate<ArkFile> predicate,
      Clock clock) {
    this.statuses = Set.copyOf(statuses);
    this.olderThan = olderThan;
    this.expiringWithin = expiringWithin;
    this.predicate = predicate;
    this.clock = clock;
  }

  /** Whether the file comes now ({@code EMIT}), later or never. */
  Decision decide(ArkFile file) {
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
