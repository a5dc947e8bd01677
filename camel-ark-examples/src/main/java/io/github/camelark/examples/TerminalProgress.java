// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import io.github.camelark.examples.command.TerminalText;
import java.io.PrintWriter;
import java.util.Set;

/** Progress on a terminal: one line that is written over. */
final class TerminalProgress implements Progress {

  /** One less than a terminal has at least, for the cursor. */
  private static final int WIDTH = 79;

  private final PrintWriter out;
  private final String provider;
  private final Set<Step> kept;
  private Counts counts = Counts.NONE;

  TerminalProgress(PrintWriter out, String provider, Set<Step> kept) {
    this.out = out;
    this.provider = provider;
    this.kept = kept;
  }

  @Override
  public void accept(Event event) {
    counts = event.counts();
    if (kept.contains(event.step())) {
      show("");
      out.print("\r");
      out.println(Progress.line(provider, event));
    }
    String id = event.id() == null ? "" : TerminalText.escape(event.id());
    show(Progress.summary(provider, counts) + "  " + id);
  }

  @Override
  public void close() {
    if (counts.total() > 0) {
      show("");
      out.print("\r");
      out.println(Progress.summary(provider, counts));
    }
    out.flush();
  }

  private void show(String text) {
    String line = text.length() > WIDTH ? text.substring(0, WIDTH - 3) + "..." : text;
    out.print("\r" + line + " ".repeat(WIDTH - line.length()));
    out.flush();
  }
}
