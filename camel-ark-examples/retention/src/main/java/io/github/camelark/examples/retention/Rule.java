// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import io.github.camelark.examples.command.Glob;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a policy. Purpose, filename and status say which files it covers; olderThan, keepNewest
 * and totalBelow, which of those may go. All of it must be true of a file. Immutable.
 *
 * @param name what reports call it
 * @param purposes of these; empty for any
 * @param exceptPurposes not of these; a file of unknown purpose is not among them
 * @param filenames of which one must match; empty for any name
 * @param statuses of these, in the provider's words; empty for any
 * @param olderThan the age from which on a file may go
 * @param keepNewest how many of the files that it covers must stay, the newest
 * @param totalBelow how much the files that it covers may take in all; the oldest go first, and
 *     none once it is less
 */
record Rule(
    String name,
    Set<String> purposes,
    Set<String> exceptPurposes,
    List<Glob> filenames,
    Set<String> statuses,
    @Nullable Age olderThan,
    @Nullable Integer keepNewest,
    @Nullable ByteSize totalBelow) {

  /** Whether purpose, filename and status are those of the rule. */
  boolean isAbout(KnownFile file) {
    return (purposes.isEmpty() || contains(purposes, file.purpose()))
        && !contains(exceptPurposes, file.purpose())
        && (filenames.isEmpty() || matches(file.name()))
        && (statuses.isEmpty() || contains(statuses, file.status()));
  }

  /** Why a file that the rule covers must stay, whatever other files there are; null if not. */
  @Nullable String reasonToKeep(KnownFile file, Instant now) {
    if (contains(FileStatus.PROCESSING.words(), file.status())
        && !contains(statuses, file.status())) {
      return "its status is " + file.status() + ", which the rule does not name";
    }
    Instant createdAt = file.createdAt();
    if (createdAt == null) {
      return goesByTime() ? "its time of creation is unknown" : null;
    }
    if (olderThan != null && !createdAt.isBefore(now.minus(olderThan.duration()))) {
      return "it is not older than " + olderThan;
    }
    return null;
  }

  boolean hasTotalBelow() {
    return totalBelow != null;
  }

  /** Files whose time of creation is unknown are never deleted by age, rank or turn. */
  private boolean goesByTime() {
    return olderThan != null || keepNewest != null || totalBelow != null;
  }

  private boolean matches(@Nullable String name) {
    return name != null && filenames.stream().anyMatch(glob -> glob.matches(name));
  }

  private static boolean contains(Set<String> words, @Nullable String word) {
    return word != null && words.contains(word);
  }
}
