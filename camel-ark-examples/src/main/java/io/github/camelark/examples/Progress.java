// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import java.io.PrintWriter;
import java.util.Set;
import java.util.function.Consumer;

/** Shows what happens while it happens. Takes one event at a time. */
interface Progress extends Consumer<Event>, AutoCloseable {

  /**
   * Begins to show what happens at a provider.
   *
   * @param terminal whether a line can be written over
   * @param kept the steps that each get a line which stays
   */
  static Progress on(PrintWriter out, boolean terminal, String provider, Set<Step> kept) {
    return terminal
        ? new TerminalProgress(out, provider, kept)
        : new PlainProgress(out, provider, kept);
  }

  /** The line of a step that stays. */
  static String line(String provider, Event event) {
    return "%-8s  %-16s  %s".formatted(provider, event.step(), event.text());
  }

  /** The line that says how far it is. */
  static String summary(String provider, Counts counts) {
    return "%-8s  %s".formatted(provider, counts);
  }

  /** Ends with a line that says what happened, if anything did. */
  @Override
  void close();
}
