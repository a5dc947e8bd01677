// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.api;

import java.io.IOException;
import java.io.OutputStream;

/** What a request carries. Used by the thread that makes the call. */
public interface Content {

  /** The Content-Type header. */
  String type();

  /** How many bytes it has; -1 if that is not known before it is written. */
  long length();

  /** Whether it can be written once more, from its beginning. */
  boolean isRepeatable();

  /**
   * Writes it, from its beginning to its end.
   *
   * @throws ContentException if it cannot be read; every other exception is the connection's
   */
  void writeTo(OutputStream out) throws IOException;

  /** Bytes in memory. */
  static Content of(String type, byte[] bytes) {
    return new Content() {
      @Override
      public String type() {
        return type;
      }

      @Override
      public long length() {
        return bytes.length;
      }

      @Override
      public boolean isRepeatable() {
        return true;
      }

      @Override
      public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
      }
    };
  }
}
