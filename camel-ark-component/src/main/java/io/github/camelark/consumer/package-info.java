// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors

/**
 * The poll. {@code FilePolling} is what a consumer does from start to stop, {@code Scan} one walk
 * through the list, {@code Batches} the pages of a scan that a route gets; {@code FileFilter}
 * decides which files come, {@code SeenFiles} knows what became of them, {@code StoredCursor} how
 * far all is done, and {@code FileCompletion} what follows when a route is done with a file.
 */
@NullMarked
package io.github.camelark.consumer;

import org.jspecify.annotations.NullMarked;
