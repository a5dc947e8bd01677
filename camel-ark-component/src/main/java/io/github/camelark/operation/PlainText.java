// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.camel.StreamCache;
import org.jspecify.annotations.Nullable;

/**
 * Reads a header or body that is an id as text. Only what is text is taken: the text form of a map
 * or a list names nothing. Of a long stream only so much is read that it is seen to be too long.
 */
final class PlainText {

  private static final int MAX_BYTES = 4 * (OptionRules.MAX_ID_CHARACTERS + 1);

  private PlainText() {}

  /**
   * The text; null if the value is none.
   *
   * @throws IOException if it cannot be read, or is not UTF-8
   */
  static @Nullable String of(@Nullable Object value) throws IOException {
    if (value instanceof CharSequence || value instanceof Number) {
      return value.toString();
    }
    if (value instanceof byte[] bytes) {
      return decode(bytes);
    }
    if (value instanceof Reader reader) {
      return read(reader);
    }
    return value instanceof InputStream stream ? read(stream) : null;
  }

  private static String read(Reader reader) throws IOException {
    char[] text = new char[OptionRules.MAX_ID_CHARACTERS + 1];
    int length = 0;
    for (int read = 0; read >= 0 && length < text.length; length += Math.max(read, 0)) {
      read = reader.read(text, length, text.length - length);
    }
    if (reader instanceof StreamCache cache) {
      cache.reset();
    }
    return new String(text, 0, length);
  }

  private static String read(InputStream stream) throws IOException {
    byte[] bytes = stream.readNBytes(MAX_BYTES);
    if (stream instanceof StreamCache cache) {
      cache.reset();
    }
    if (bytes.length == MAX_BYTES) {
      throw new IOException("it is longer than any id");
    }
    return decode(bytes);
  }

  /** Replacing what is not UTF-8 would name another file. */
  private static String decode(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
