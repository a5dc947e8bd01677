// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.client.PurposeCheck;
import io.github.camelark.model.ArkFile;
import io.github.camelark.settings.Decision;
import io.github.camelark.settings.FileSelection;
import java.time.Clock;
import java.util.function.Predicate;

/**
 * Which of the listed files come. A file that only lacks age or the wanted status may come later; a
 * file that a predicate refuses, or whose status is final and not wanted, does not. Thread-safe if
 * the predicate is.
 */
public final class FileFilter {

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
    Decision byStatus = selection.byStatus(file);
    if (byStatus != Decision.EMIT) {
      // size and type are known only once a file is active: too early to ask the predicate
      return byStatus;
    }
    Decision byTime = selection.byTime(file, clock.instant());
    return byTime != Decision.NEVER && !predicate.test(file) ? Decision.NEVER : byTime;
  }
}
