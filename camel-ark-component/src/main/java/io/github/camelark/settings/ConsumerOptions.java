// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.settings;

import io.github.camelark.client.FileQuery;
import java.time.Duration;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.StateRepository;
import org.jspecify.annotations.Nullable;

/**
 * What the consumers of an endpoint do, by its options.
 *
 * @param calls what to list, in which order
 * @param selection which files come
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
    CallOptions calls,
    FileSelection selection,
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
   * @throws IllegalArgumentException if one of them cannot be meant
   */
  public ConsumerOptions {
    if (!"files".equals(calls.resource())) {
      throw new IllegalArgumentException(
          "ark:%s cannot be consumed: only ark:files can".formatted(calls.resource()));
    }
    refuse("operation", calls.operation() != null && !calls.operation().equals("list"));
    refuse("after", calls.after() != null);
    refuse("fileId", calls.fileId() != null);
    refuse("responseId", calls.responseId() != null);
    refuse("paging", calls.paging() != CallOptions.Paging.PAGE);
    refuse("ignoreMissing", calls.ignoreMissing());
    refuse("awaitTimeout", calls.awaitTimeout() != null);
    refuse("expireAfter", calls.expireAfter() != null);
    refuse("form.*", !calls.formFields().isEmpty());
    if (delay.isNegative() || delay.isZero()) {
      throw new IllegalArgumentException(
          "delay must be at least 1, for example 10s, but is " + delay.toMillis());
    }
    OptionRules.interval("cursorLag", cursorLag);
    OptionRules.interval("fullScanInterval", fullScanInterval);
    if (cursors != null) {
      if (!calls.dialect().hasPages()) {
        throw new IllegalArgumentException(
            "cursorRepository is not possible on provider %s, whose lists come whole: remove it"
                .formatted(calls.dialect().name()));
      }
      refuseWithCursor("order=desc", "desc".equals(calls.order()));
      refuseWithCursor("expiringWithin", selection.expiringWithin() != null);
      refuseWithCursor("deleteAfterRead", deleteAfterRead);
    }
  }

  /** What to ask the service for: the oldest first where there is an order. */
  public FileQuery query() {
    String order = calls.order();
    return new FileQuery(
        null,
        calls.limit(),
        selection.purpose(),
        order == null && calls.dialect().hasPages() ? "asc" : order);
  }

  /**
   * Whether what is done is remembered for longer than this process lives, so that a scan that
   * begins at the start may look at files that the cursor has passed.
   */
  public boolean remembersDoneForLong() {
    return remembersDone && done != null;
  }

  private static void refuse(String option, boolean given) {
    if (given) {
      throw new IllegalArgumentException(
          option + " is an option of producers, and means nothing to a consumer: remove it");
    }
  }

  private static void refuseWithCursor(String option, boolean given) {
    if (given) {
      throw new IllegalArgumentException(
          option + " cannot be used with cursorRepository: remove one of them");
    }
  }
}
