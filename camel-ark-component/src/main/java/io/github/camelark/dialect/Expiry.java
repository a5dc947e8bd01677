// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.dialect;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an upload says how long the file is to be kept. Immutable.
 *
 * @param field the field of the form that holds seconds
 * @param absolute whether they count from 1970 instead of the upload
 * @param anchor the field that says {@code created_at}; null for none
 * @param least the shortest time that the API takes
 * @param most the longest
 */
public record Expiry(
    String field, boolean absolute, @Nullable String anchor, Duration least, Duration most) {

  static final Expiry AFTER_CREATION =
      new Expiry(
          "expires_after[seconds]",
          false,
          "expires_after[anchor]",
          Duration.ofHours(1),
          Duration.ofDays(30));

  /**
   * How far a time by our clock stays away from both bounds: the service compares it with its own
   * clock, once the upload has arrived.
   */
  private static final Duration MARGIN = Duration.ofHours(1);

  /** The fields of the form. */
  public Map<String, String> fields(Duration time, Instant now) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (anchor != null) {
      fields.put(anchor, "created_at");
    }
    long seconds = absolute ? now.plus(withinMargin(time)).getEpochSecond() : time.toSeconds();
    fields.put(field, String.valueOf(seconds));
    return fields;
  }

  private Duration withinMargin(Duration time) {
    Duration shortest = least.plus(MARGIN);
    Duration longest = most.minus(MARGIN);
    if (time.compareTo(shortest) < 0) {
      return shortest;
    }
    return time.compareTo(longest) > 0 ? longest : time;
  }
}
