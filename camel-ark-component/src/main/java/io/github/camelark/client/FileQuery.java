// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import org.jspecify.annotations.Nullable;

/**
 * Which files to list, and in which order; what is null is left to the API.
 *
 * @param after the id of the file that the page begins after
 * @param limit how many files one page may hold
 * @param purpose only files of this purpose
 * @param order {@code asc} or {@code desc} by time of creation
 */
public record FileQuery(
    @Nullable String after,
    @Nullable Integer limit,
    @Nullable String purpose,
    @Nullable String order) {

  /** All files, as the API lists them by default. */
  public static final FileQuery ALL = new FileQuery(null, null, null, null);

  /** One file, whichever. */
  static final FileQuery ONE = new FileQuery(null, 1, null, null);

  /** The same query, beginning after another file; null begins at the start. */
  public FileQuery startingAfter(@Nullable String id) {
    return new FileQuery(id, limit, purpose, order);
  }
}
