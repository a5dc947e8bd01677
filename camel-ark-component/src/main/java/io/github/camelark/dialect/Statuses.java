// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.dialect;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A provider's words for how far a file or a response is. Immutable and thread-safe.
 *
 * @param processing it cannot be used yet
 * @param ready it can be used; it does not leave these states again
 * @param failed it will never be usable, or is usable no more
 */
public record Statuses(List<String> processing, List<String> ready, List<String> failed) {

  /** The words that every provider is understood by, in the order of this record. */
  public static final List<String> NEUTRAL = List.of("processing", "ready", "failed");

  /** The provider's words for a neutral word; empty if it is none. */
  public List<String> meaning(String neutral) {
    return switch (neutral) {
      case "processing" -> processing;
      case "ready" -> ready;
      case "failed" -> failed;
      default -> List.of();
    };
  }

  /** Whether it can be used. */
  public boolean isReady(@Nullable String status) {
    return status != null && ready.contains(status);
  }

  /** Whether it will never be usable. */
  public boolean isFailed(@Nullable String status) {
    return status != null && failed.contains(status);
  }

  /** All of the provider's own words. */
  public List<String> words() {
    return Stream.of(processing, ready, failed).flatMap(List::stream).toList();
  }
}
