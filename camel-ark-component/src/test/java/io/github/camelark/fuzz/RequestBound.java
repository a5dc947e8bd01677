// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

/**
 * How many requests a hostile server can bring one call to. What it answers is one of so many
 * pages: a walk that meets a page again notices it within three rounds, and starts over only after
 * progress, which each page can make once.
 */
final class RequestBound {

  private static final int TRIES = 1 + FuzzedRoutes.MAX_RETRIES;

  private RequestBound() {}

  static int of(FuzzedCall call, int pages) {
    int rounds = 3 * (pages + 1);
    int walk = TRIES * rounds * (pages + 2);
    return switch (call) {
      case LIST, RETRIEVE, DELETE_FILE, DELETE_RESPONSE -> TRIES;
      case LIST_ALL, POLL -> walk;
      // two polls, each of which may begin at the start once the cursor is refused
      case POLL_FROM_CURSOR -> 4 * walk;
    };
  }
}
