// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import io.github.camelark.model.ArkFile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a run remembers of a file: a million of them must fit into a small heap, so it is not the
 * whole of what the API says.
 *
 * @param id its id
 * @param name its name as uploaded: any text
 * @param purpose what it is for
 * @param status its state, in the provider's words
 * @param bytes its size, null if the service does not say
 * @param createdAt when it was uploaded, null if the service does not say
 */
public record KnownFile(
    String id,
    @Nullable String name,
    @Nullable String purpose,
    @Nullable String status,
    @Nullable Long bytes,
    @Nullable Instant createdAt) {

  static KnownFile of(ArkFile file) {
    return new KnownFile(
        file.id(),
        file.filename(),
        intern(file.purpose()),
        intern(file.status()),
        file.bytes(),
        file.createdAt());
  }

  /** The size to add up: 0 if it is not known. */
  long size() {
    return bytes == null ? 0 : Math.max(0, bytes);
  }

  /** There are few of them, and many files. */
  private static @Nullable String intern(@Nullable String word) {
    return word == null ? null : word.intern();
  }
}
