// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.model.ArkFile;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a walk has come, by time of creation, so that it can start over without repeating itself.
 * Times have a resolution of a second and files of one second have no order, so the ids of the
 * latest second are kept as well. Used by one thread.
 */
final class WalkPosition {

  private final boolean ascending;
  private final Set<String> idsOfThatSecond = new HashSet<>();
  private @Nullable Instant second;
  private boolean known = true;

  WalkPosition(boolean ascending) {
    this.ascending = ascending;
  }

  /** Moves past these files. */
  void moveTo(List<ArkFile> files) {
    Instant before = second;
    for (ArkFile file : files) {
      Instant created = file.createdAt();
      if (created == null || (before != null && isBefore(created, before))) {
        known = false;
        return;
      }
      before = created;
    }
    if (before != null && !before.equals(second)) {
      idsOfThatSecond.clear();
      second = before;
    }
    for (int last = files.size() - 1; last >= 0; last--) {
      if (!Objects.equals(files.get(last).createdAt(), second)) {
        return;
      }
      idsOfThatSecond.add(files.get(last).id());
    }
  }

  /** Whether every file so far came in the order of its creation, so that the position is sure. */
  boolean isKnown() {
    return known;
  }

  /** Whether the walk has passed this file before. */
  boolean hasPassed(ArkFile file) {
    Instant created = file.createdAt();
    return created != null
        && second != null
        && (isBefore(created, second) || idsOfThatSecond.contains(file.id()));
  }

  private boolean isBefore(Instant created, Instant other) {
    return ascending ? created.isBefore(other) : created.isAfter(other);
  }
}
