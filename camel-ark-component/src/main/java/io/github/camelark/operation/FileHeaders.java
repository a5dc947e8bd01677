// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import io.github.camelark.ArkConstants;
import io.github.camelark.model.ArkFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Writes what is known about a file into the headers of a message. */
final class FileHeaders {

  private static final List<String> OF_AN_EARLIER_STEP =
      List.of(
          ArkConstants.FIRST_ID,
          ArkConstants.LAST_ID,
          ArkConstants.HAS_MORE,
          ArkConstants.DELETED,
          ArkConstants.DELETION_OUTCOME,
          ArkConstants.FILE_ID,
          ArkConstants.FILE_NAME,
          ArkConstants.FILE_STATUS,
          ArkConstants.FILE_PURPOSE,
          ArkConstants.FILE_BYTES,
          ArkConstants.FILE_MIME_TYPE,
          ArkConstants.FILE_CREATED_AT,
          ArkConstants.FILE_EXPIRE_AT);

  /** Others set them too: they are of our file only where its id is beside them. */
  private static final List<String> OF_CAMEL =
      List.of(Exchange.FILE_NAME, Exchange.FILE_LENGTH, Exchange.MESSAGE_TIMESTAMP);

  private FileHeaders() {}

  /** Sets the headers of a file; one that has no value is removed, for it is another file's. */
  static void set(Message message, ArkFile file) {
    forEach(file, (name, value) -> put(message, name, value));
  }

  /** Puts the headers of a file that have a value. */
  static void putAll(Map<String, Object> headers, ArkFile file, @Nullable String requestId) {
    forEach(file, (name, value) -> putIfPresent(headers, name, value));
    putIfPresent(headers, ArkConstants.REQUEST_ID, requestId);
  }

  private static void forEach(ArkFile file, BiConsumer<String, @Nullable Object> header) {
    Long createdAt = milliseconds(file.createdAt());
    header.accept(ArkConstants.FILE_ID, file.id());
    header.accept(ArkConstants.FILE_NAME, file.filename());
    header.accept(ArkConstants.FILE_STATUS, file.status());
    header.accept(ArkConstants.FILE_PURPOSE, file.purpose());
    header.accept(ArkConstants.FILE_BYTES, file.bytes());
    header.accept(ArkConstants.FILE_MIME_TYPE, file.mimeType());
    header.accept(ArkConstants.FILE_CREATED_AT, createdAt);
    header.accept(ArkConstants.FILE_EXPIRE_AT, milliseconds(file.expireAt()));
    header.accept(Exchange.FILE_NAME, plainName(file.filename()));
    header.accept(Exchange.FILE_LENGTH, file.bytes());
    header.accept(Exchange.MESSAGE_TIMESTAMP, createdAt);
  }

  /** Removes what an earlier step left of a file, a page or a deletion. */
  static void removeAll(Message message) {
    if (message.getHeader(ArkConstants.FILE_ID) != null) {
      OF_CAMEL.forEach(message::removeHeader);
    }
    OF_AN_EARLIER_STEP.forEach(message::removeHeader);
  }

  /** Sets the id of the request that returned it. */
  static void setRequestId(Message message, @Nullable String requestId) {
    put(message, ArkConstants.REQUEST_ID, requestId);
  }

  static void put(Message message, String header, @Nullable Object value) {
    if (value == null) {
      message.removeHeader(header);
    } else {
      message.setHeader(header, value);
    }
  }

  private static void putIfPresent(
      Map<String, Object> headers, String header, @Nullable Object value) {
    if (value != null) {
      headers.put(header, value);
    }
  }

  /**
   * A name that Camel's file component can write without leaving the directory, made from the name
   * given at upload; null if nothing is left of it.
   */
  static @Nullable String plainName(@Nullable String filename) {
    if (filename == null) {
      return null;
    }
    int start = Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\')) + 1;
    StringBuilder plain = new StringBuilder(filename.length() - start);
    for (int i = start; i < filename.length(); i++) {
      if (!Character.isISOControl(filename.charAt(i))) {
        plain.append(filename.charAt(i));
      }
    }
    String name = plain.toString();
    return name.isBlank() || name.equals(".") || name.equals("..") ? null : name;
  }

  private static @Nullable Long milliseconds(@Nullable Instant time) {
    return time == null ? null : (Long) time.toEpochMilli();
  }
}
