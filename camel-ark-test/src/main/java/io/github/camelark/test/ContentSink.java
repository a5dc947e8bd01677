// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and digests what is written to it, and keeps the first megabyte. Used by one thread. */
final class ContentSink extends OutputStream {

  private static final int KEPT = 1 << 20;

  private final MessageDigest digest = sha256();
  private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
  private long bytes;

  static PartContent of(byte[] content) {
    ContentSink sink = new ContentSink();
    sink.write(content, 0, content.length);
    return sink.content();
  }

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] buffer, int offset, int length) {
    digest.update(buffer, offset, length);
    beginning.write(buffer, offset, Math.min(length, KEPT - beginning.size()));
    bytes += length;
  }

  /** Returns what was written; nothing may be written any more. */
  PartContent content() {
    return new PartContent(
        bytes, HexFormat.of().formatHex(digest.digest()), beginning.toByteArray());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
