// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import java.io.PrintWriter;
import java.util.Set;

/** Progress in a file or a pipe: a line now and then. */
final class PlainProgress implements Progress {

  private static final int EVENTS_PER_LINE = 20;

  private final PrintWriter out;
  private final String provider;
  private final Set<Step> kept;
  private Counts counts = Counts.NONE;

  PlainProgress(PrintWriter out, String provider, Set<Step> kept) {
    this.out = out;
    this.provider = provider;
    this.kept = kept;
  }

  @Override
  public void accept(Event event) {
    counts = event.counts();
    if (kept.contains(event.step())) {
      out.println(Progress.line(provider, event));
    } else if (counts.total() % EVENTS_PER_LINE == 0) {
      out.println(Progress.summary(provider, counts));
    }
    out.flush();
  }

  @Override
  public void close() {
    if (counts.total() > 0) {
      out.println(Progress.summary(provider, counts));
    }
    out.flush();
  }
}
