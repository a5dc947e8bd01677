// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a provider takes as an upload. Immutable.
 *
 * @param purposes those it knows
 * @param partsAreTyped whether a file needs a Content-Type of its own and no part may have a length
 * @param expiry how the form says when the file is to go; null if it cannot
 */
record UploadRules(Set<String> purposes, boolean partsAreTyped, @Nullable Expiry expiry) {

  /** The most that a file has on all providers. */
  private static final long LARGEST = 512L * 1024 * 1024;

  /**
   * A time in a form.
   *
   * @param field the one that holds seconds
   * @param absolute whether they count from 1970 instead of the upload
   * @param anchor the field that has to say {@code created_at}; null for none
   */
  record Expiry(
      String field, boolean absolute, @Nullable String anchor, Duration least, Duration most) {

    @Nullable Instant read(ApiRequest form, Instant now) {
      refuseOtherForms(form);
      FormPart part = form.part(field);
      if (part == null) {
        return null;
      }
      if (anchor != null && !"created_at".equals(textOf(form, anchor))) {
        throw refused(anchor, anchor + " must be created_at.");
      }
      long seconds = seconds(part.text()) - (absolute ? now.getEpochSecond() : 0);
      if (seconds < least.toSeconds() || seconds > most.toSeconds()) {
        throw refused(
            field,
            "%s must be from %d to %d seconds after the upload."
                .formatted(field, least.toSeconds(), most.toSeconds()));
      }
      return now.plusSeconds(seconds);
    }

    /** {@code expires_after} and {@code expires_after.seconds} are no fields of these APIs. */
    private void refuseOtherForms(ApiRequest form) {
      for (FormPart part : form.body().parts()) {
        if (part.name().startsWith("expire")
            && !part.name().equals(field)
            && !part.name().equals(anchor)) {
          throw refused(part.name(), "Unknown parameter: '" + part.name() + "'.");
        }
      }
    }

    private long seconds(String text) {
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException notNumber) {
        throw refused(field, field + " must be a whole number of seconds.");
      }
    }
  }

  /**
   * Returns the file that a form asks to store.
   *
   * @throws RefusedException if it is not what the provider takes
   */
  SimulatedFile read(ApiRequest form, Instant now) {
    String flaw = form.body().flaw();
    if (flaw != null) {
      throw refused("file", flaw);
    }
    FormPart file = required(form, "file");
    FormPart purpose = required(form, "purpose");
    if (partsAreTyped) {
      checkParts(form, file);
    }
    if (!purposes.contains(purpose.text())) {
      throw refused(
          "purpose",
          "'%s' is not one of %s - 'purpose'.".formatted(purpose.text(), new TreeSet<>(purposes)));
    }
    if (file.filename() == null || file.filename().isEmpty()) {
      throw refused(
          "file", "The browser (or proxy) sent a request that this server could not understand.");
    }
    if (file.content().bytes() > LARGEST) {
      throw new RefusedException(ApiError.of(413, "The file is larger than 512 MB."));
    }
    String type = file.contentType();
    return SimulatedFile.named(file.filename())
        .withPurpose(purpose.text())
        .withBytes(file.content().bytes())
        .withMimeType(type == null ? "application/octet-stream" : type)
        .withExpireAt(expiry == null ? null : expiry.read(form, now));
  }

  private static void checkParts(ApiRequest form, FormPart file) {
    for (FormPart part : form.body().parts()) {
      if (part.headers().containsKey("Content-Length")) {
        throw refused("purpose", "purpose contains an invalid purpose.");
      }
    }
    if (file.contentType() == null || file.contentType().isEmpty()) {
      throw refused("file", "The file has no or an empty content type specified.");
    }
  }

  private static FormPart required(ApiRequest form, String name) {
    FormPart part = form.part(name);
    if (part == null) {
      throw refused(name, "The multipart form has no part " + name + ".");
    }
    return part;
  }

  private static @Nullable String textOf(ApiRequest form, String name) {
    FormPart part = form.part(name);
    return part == null ? null : part.text();
  }

  private static RefusedException refused(String param, String message) {
    return new RefusedException(ApiError.invalid(param, message));
  }
}
