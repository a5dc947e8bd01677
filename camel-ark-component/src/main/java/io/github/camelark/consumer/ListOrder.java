// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.model.ArkFile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the service lists files in the order of their creation, as far as could be seen. A
 * service that ignores the parameter would hide all new files behind a cursor. Files of one second
 * have no order. The pages are looked at by one thread; any may ask.
 */
final class ListOrder {

  private volatile boolean seen;
  private volatile boolean broken;
  private long latestSecond = Long.MIN_VALUE;

  /**
   * @param seen whether the order was seen before
   * @param after the cursor that the list begins after; null if it begins at the start
   */
  ListOrder(boolean seen, @Nullable Cursor after) {
    this.seen = seen;
    if (after != null) {
      latestSecond = after.createdAtSeconds();
    }
  }

  /** The next page is the first again. */
  void startOver() {
    latestSecond = Long.MIN_VALUE;
  }

  void look(List<ArkFile> files) {
    for (ArkFile file : files) {
      Instant created = file.createdAt();
      if (created != null) {
        look(created.getEpochSecond());
      }
    }
  }

  private void look(long second) {
    if (second < latestSecond) {
      broken = true;
    } else if (second > latestSecond && latestSecond != Long.MIN_VALUE) {
      seen = true;
    }
    latestSecond = second;
  }

  /** Whether a file came after an older one: a list of one file has no order. */
  boolean isSeen() {
    return seen;
  }

  /** Whether a file came after a newer one. */
  boolean isBroken() {
    return broken;
  }
}
