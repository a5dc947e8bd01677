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

  /** The fields of the form. */
  public Map<String, String> fields(Duration time, Instant now) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (anchor != null) {
      fields.put(anchor, "created_at");
    }
    long seconds = time.toSeconds();
    fields.put(field, String.valueOf(absolute ? now.getEpochSecond() + seconds : seconds));
    return fields;
  }
}
