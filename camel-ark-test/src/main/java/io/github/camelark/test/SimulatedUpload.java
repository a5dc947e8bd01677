// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an upload brought. Immutable.
 *
 * @param fields the plain fields of the form, by name, in the order in which they were sent
 * @param filename as it was sent
 * @param contentType of the file's part; null if it had none
 * @param bytes how many
 * @param sha256 of the whole content, in hexadecimal digits
 * @param beginning the first megabyte at most
 */
public record SimulatedUpload(
    Map<String, String> fields,
    String filename,
    @Nullable String contentType,
    long bytes,
    String sha256,
    byte[] beginning) {

  /** Returns a copy of the first megabyte. */
  @Override
  public byte[] beginning() {
    return beginning.clone();
  }

  /** Two are equal whose contents and fields are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SimulatedUpload upload
        && fields.equals(upload.fields)
        && filename.equals(upload.filename)
        && sha256.equals(upload.sha256)
        && Arrays.equals(beginning, upload.beginning);
  }

  @Override
  public int hashCode() {
    return sha256.hashCode();
  }

  /** Leaves the content out. */
  @Override
  public String toString() {
    return "SimulatedUpload[%s %s, %d bytes, SHA-256 %s]"
        .formatted(filename, fields, bytes, sha256);
  }
}
