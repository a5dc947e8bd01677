// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.client.FileQuery;
import java.time.Duration;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.StateRepository;
import org.jspecify.annotations.Nullable;

/**
 * What the consumers of an endpoint do, by its options.
 *
 * @param selection which files come
 * @param query what to list, in which order
 * @param delay the time between two polls
 * @param deleteAfterRead whether a file is deleted when its exchange has completed
 * @param remembersDone whether a file that was done does not come again
 * @param claims where claims are kept; null for memory
 * @param done where what is done is kept; null for memory
 * @param cursors where the cursor is kept; null to begin every scan at the start
 * @param cursorKey what the cursor is kept under
 * @param cursorLag how long a second must be over before the cursor may pass it
 * @param fullScanInterval how often a scan begins at the start in spite of a cursor; zero for never
 */
public record ConsumerOptions(
    FileSelection selection,
    FileQuery query,
    Duration delay,
    boolean deleteAfterRead,
    boolean remembersDone,
    @Nullable IdempotentRepository claims,
    @Nullable IdempotentRepository done,
    @Nullable StateRepository<String, String> cursors,
    String cursorKey,
    Duration cursorLag,
    Duration fullScanInterval) {

  /**
   * Whether what is done is remembered for longer than this process lives, so that a scan that
   * begins at the start may look at files that the cursor has passed.
   */
  boolean remembersDoneForLong() {
    return remembersDone && done != null;
  }
}
