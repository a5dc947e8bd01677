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
 * Reads a header or body that is an id as text. Only text is taken: the text form of a map or list
 * names nothing. A stream is read only until it is known to be too long.
 */
final class PlainText {

  private PlainText() {}

  /**
   * The text; null if the value is none.
   *
   * @param maxCharacters more than one more than these are not read
   * @throws IOException if it cannot be read, or is not UTF-8
   */
  static @Nullable String of(@Nullable Object value, int maxCharacters) throws IOException {
    if (value instanceof CharSequence || value instanceof Number) {
      return value.toString();
    }
    if (value instanceof byte[] bytes) {
      return decode(bytes);
    }
    if (value instanceof Reader reader) {
      return read(reader, maxCharacters);
    }
    return value instanceof InputStream stream ? read(stream, maxCharacters) : null;
  }

  /**
   * The text of a value that can be read without using it up; null if it is another, or longer than
   * so many characters.
   */
  static @Nullable String peek(@Nullable Object value, int maxCharacters) {
    try {
      String text = peekAt(value, maxCharacters);
      return text == null || text.length() > maxCharacters ? null : text;
    } catch (IOException | RuntimeException e) {
      // then it is no text that could name anything
      return null;
    }
  }

  private static @Nullable String peekAt(@Nullable Object value, int maxCharacters)
      throws IOException {
    if (value instanceof StreamCache) {
      return of(value, maxCharacters);
    }
    if (value instanceof InputStream stream) {
      return stream.markSupported() ? readAndReturn(stream, maxCharacters) : null;
    }
    if (value instanceof Reader reader) {
      return reader.markSupported() ? readAndReturn(reader, maxCharacters) : null;
    }
    return of(value, maxCharacters);
  }

  private static String readAndReturn(InputStream stream, int maxCharacters) throws IOException {
    stream.mark(4 * (maxCharacters + 1));
    try {
      return read(stream, maxCharacters);
    } finally {
      stream.reset();
    }
  }

  private static String readAndReturn(Reader reader, int maxCharacters) throws IOException {
    reader.mark(maxCharacters + 1);
    try {
      return read(reader, maxCharacters);
    } finally {
      reader.reset();
    }
  }

  private static String read(Reader reader, int maxCharacters) throws IOException {
    char[] text = new char[maxCharacters + 1];
    int length = 0;
    for (int read = 0; read >= 0 && length < text.length; length += Math.max(read, 0)) {
      read = reader.read(text, length, text.length - length);
    }
    if (reader instanceof StreamCache cache) {
      cache.reset();
    }
    return new String(text, 0, length);
  }

  private static String read(InputStream stream, int maxCharacters) throws IOException {
    int maxBytes = 4 * (maxCharacters + 1);
    byte[] bytes = stream.readNBytes(maxBytes);
    if (stream instanceof StreamCache cache) {
      cache.reset();
    }
    if (bytes.length == maxBytes) {
      throw new IOException("it is longer than any id");
    }
    return decode(bytes);
  }

  /** Replacing what is not UTF-8 would name another file. */
  private static String decode(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
