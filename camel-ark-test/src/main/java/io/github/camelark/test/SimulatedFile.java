// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file of a simulated provider. Immutable: each {@code with} method returns a changed copy.
 *
 * <p>Start with {@link #named}. What is left unset (id, times, status) is set when the file is
 * stored: read it from what {@link ArkSimulator#addFile} returns. Times are then truncated to whole
 * seconds, as in the APIs.
 *
 * @param id its id, unset until stored
 * @param filename its name, as uploaded
 * @param purpose what it was uploaded for, {@code user_data} by default
 * @param bytes its size, 1024 by default
 * @param mimeType its media type, {@code application/pdf} by default
 * @param createdAt when it was uploaded; by default when it is stored
 * @param expireAt when it expires; null means by default seven days after createdAt on Ark and
 *     never elsewhere
 * @param status Ark's word for its state: {@code processing}, {@code active} or {@code failed}; one
 *     that is set stays until {@link ArkSimulator#setStatus}. By default a file is {@code
 *     processing} for the simulator's processing time and then has its outcome
 * @param outcome the status after processing, {@code active} by default
 */
public record SimulatedFile(
    @Nullable String id,
    String filename,
    String purpose,
    long bytes,
    String mimeType,
    @Nullable Instant createdAt,
    @Nullable Instant expireAt,
    @Nullable String status,
    String outcome) {

  /** Refuses a negative size. */
  public SimulatedFile {
    requireNonNull(filename, "filename");
    requireNonNull(purpose, "purpose");
    requireNonNull(mimeType, "mimeType");
    requireNonNull(outcome, "outcome");
    if (bytes < 0) {
      throw new IllegalArgumentException("bytes < 0: " + bytes);
    }
  }

  /** Returns a file of 1024 bytes with this name, not stored yet. */
  public static SimulatedFile named(String filename) {
    return new SimulatedFile(
        null, filename, "user_data", 1024, "application/pdf", null, null, null, "active");
  }

  /** Returns its id; an {@link IllegalStateException} if it has none yet. */
  @Override
  public String id() {
    return set(id, "id");
  }

  /** Returns when it was uploaded; an {@link IllegalStateException} if that is not set yet. */
  @Override
  public Instant createdAt() {
    return set(createdAt, "createdAt");
  }

  /** Returns its status; an {@link IllegalStateException} if it has none yet. */
  @Override
  public String status() {
    return set(status, "status");
  }

  /** Returns a copy with this id, any text that is not empty. */
  public SimulatedFile withId(String id) {
    return new SimulatedFile(
        id, filename, purpose, bytes, mimeType, createdAt, expireAt, status, outcome);
  }

  /** Returns a copy with this purpose. */
  public SimulatedFile withPurpose(String purpose) {
    return new SimulatedFile(
        id, filename, purpose, bytes, mimeType, createdAt, expireAt, status, outcome);
  }

  /** Returns a copy of this size. */
  public SimulatedFile withBytes(long bytes) {
    return new SimulatedFile(
        id, filename, purpose, bytes, mimeType, createdAt, expireAt, status, outcome);
  }

  /** Returns a copy with this media type. */
  public SimulatedFile withMimeType(String mimeType) {
    return new SimulatedFile(
        id, filename, purpose, bytes, mimeType, createdAt, expireAt, status, outcome);
  }

  /** Returns a copy uploaded at this time. */
  public SimulatedFile withCreatedAt(Instant createdAt) {
    return new SimulatedFile(
        id, filename, purpose, bytes, mimeType, createdAt, expireAt, status, outcome);
  }

  /** Returns a copy that expires at this time; null for the provider's default. */
  public SimulatedFile withExpireAt(@Nullable Instant expireAt) {
    return new SimulatedFile(
        id, filename, purpose, bytes, mimeType, createdAt, expireAt, status, outcome);
  }

  /** Returns a copy whose status stays as given until it is set to another. */
  public SimulatedFile withStatus(String status) {
    return new SimulatedFile(
        id, filename, purpose, bytes, mimeType, createdAt, expireAt, status, outcome);
  }

  /** Returns a copy that has this status when its processing time is over, such as failed. */
  public SimulatedFile withOutcome(String outcome) {
    return new SimulatedFile(
        id, filename, purpose, bytes, mimeType, createdAt, expireAt, status, outcome);
  }

  /** Fills in what is unset. The APIs know whole seconds only, so the times have no fractions. */
  SimulatedFile stored(Supplier<String> ids, Instant now, @Nullable Duration retention) {
    Instant created = (createdAt == null ? now : createdAt).truncatedTo(ChronoUnit.SECONDS);
    Instant kept = retention == null ? null : created.plus(retention);
    Instant expires = expireAt == null ? kept : expireAt.truncatedTo(ChronoUnit.SECONDS);
    return withId(id == null ? ids.get() : id).withCreatedAt(created).withExpireAt(expires);
  }

  /** Returns the file as it is while and after it is processed. */
  SimulatedFile processed(boolean done) {
    return status == null ? withStatus(done ? outcome : "processing") : this;
  }

  boolean isExpired(Instant now) {
    return expireAt != null && !now.isBefore(expireAt);
  }

  private static <T> T set(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalStateException(
          name + " is not set yet: read it from the file that addFile returns");
    }
    return value;
  }
}
