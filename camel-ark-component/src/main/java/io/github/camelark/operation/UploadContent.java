// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import io.github.camelark.api.Content;
import io.github.camelark.api.ContentException;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.jspecify.annotations.Nullable;

/**
 * The content of an upload. What is not clearly a content is refused: the text form of a map is no
 * file to store, and a text is never the name of a file on this machine. Used by one thread.
 */
final class UploadContent implements Content {

  private static final String TYPE = "application/octet-stream";
  private static final int BUFFER_BYTES = 64 * 1024;

  /** The property of an exchange with the stream that it has sent, or begun to. */
  private static final String SENT_STREAM = "CamelArkSentStream";

  /** Opens what is to be sent, from its beginning. */
  @FunctionalInterface
  private interface Source {
    InputStream open() throws IOException;
  }

  private final Source source;
  private final long length;
  private final @Nullable String name;
  private final boolean once;
  private boolean opened;

  private UploadContent(Source source, long length, @Nullable String name, boolean once) {
    this.source = source;
    this.length = length;
    this.name = name;
    this.once = once;
  }

  /**
   * The content that a body is.
   *
   * @throws IllegalArgumentException if it is none, saying what to do
   * @throws IOException if it cannot be read
   */
  static UploadContent of(Exchange exchange, @Nullable Object body) throws IOException {
    if (body instanceof WrappedFile<?> wrapped) {
      return of(exchange, wrapped.getFile() instanceof File file ? file : wrapped.getBody());
    }
    if (body instanceof File file) {
      return ofPath(file.toPath());
    }
    if (body instanceof Path path) {
      return ofPath(path);
    }
    if (body instanceof CharSequence text) {
      return ofBytes(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    if (body instanceof byte[] bytes) {
      return ofBytes(bytes);
    }
    if (body instanceof StreamCache cache && body instanceof InputStream stream) {
      return ofCache(cache, stream);
    }
    if (body instanceof InputStream stream) {
      return ofStream(exchange, stream);
    }
    throw new IllegalArgumentException(
        "the body must be a file, bytes, a stream or text, but is "
            + (body == null ? "empty" : "of type " + body.getClass().getName())
            + ": convert it first");
  }

  private static UploadContent ofPath(Path path) throws IOException {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("the file %s does not exist".formatted(path), e);
    }
    if (!attributes.isRegularFile()) {
      throw new IllegalArgumentException(
          "%s is a directory, or no file: send one file at a time".formatted(path));
    }
    Path filename = path.getFileName();
    return new UploadContent(
        () -> Files.newInputStream(path),
        notEmpty(attributes.size()),
        filename == null ? null : filename.toString(),
        false);
  }

  private static UploadContent ofBytes(byte[] bytes) {
    return new UploadContent(
        () -> new ByteArrayInputStream(bytes), notEmpty(bytes.length), null, false);
  }

  /** Its length is 0 too where the cache does not know it. */
  private static UploadContent ofCache(StreamCache cache, InputStream stream) throws IOException {
    cache.reset();
    long length = cache.length() > 0 ? cache.length() : -1;
    if (length < 0) {
      notEmpty(stream.read() < 0 ? 0 : 1);
    }
    return new UploadContent(
        () -> {
          cache.reset();
          return new Unclosed(stream);
        },
        length,
        null,
        false);
  }

  private static UploadContent ofStream(Exchange exchange, InputStream stream) {
    if (exchange.getProperty(SENT_STREAM) == stream) {
      throw new IllegalArgumentException(
          "the body is a stream that was sent before, and cannot be read again: enable stream"
              + " caching, or redeliver the step that makes the stream too");
    }
    return new UploadContent(
        () -> {
          exchange.setProperty(SENT_STREAM, stream);
          return stream;
        },
        -1,
        null,
        true);
  }

  private static long notEmpty(long length) {
    if (length == 0) {
      throw new IllegalArgumentException("the content is empty, and no service stores that");
    }
    return length;
  }

  /** The name that the content has itself; null if it has none. */
  @Nullable String name() {
    return name;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public boolean isRepeatable() {
    return !(once && opened);
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    opened = true;
    try (InputStream stream = open()) {
      copy(stream, out);
    }
  }

  private InputStream open() throws ContentException {
    try {
      return source.open();
    } catch (IOException e) {
      throw new ContentException(e.toString(), e);
    }
  }

  private void copy(InputStream stream, OutputStream out) throws IOException {
    byte[] buffer = new byte[(int) (length < 0 ? BUFFER_BYTES : Math.min(length, BUFFER_BYTES))];
    long copied = 0;
    for (int read = read(stream, buffer); read >= 0; read = read(stream, buffer)) {
      copied += read;
      if (length >= 0 && copied > length) {
        throw new ContentException("it has grown while it was sent", null);
      }
      out.write(buffer, 0, read);
    }
    if (copied < length) {
      throw new ContentException("it has become shorter while it was sent", null);
    }
    if (copied == 0) {
      throw new ContentException("it is empty, and no service stores that", null);
    }
  }

  private static int read(InputStream stream, byte[] buffer) throws ContentException {
    try {
      return stream.read(buffer);
    } catch (IOException | RuntimeException e) {
      throw new ContentException(e.toString(), e);
    }
  }

  /** A cache is closed by Camel, at the end of the exchange. */
  private static final class Unclosed extends InputStream {

    private final InputStream stream;

    Unclosed(InputStream stream) {
      this.stream = stream;
    }

    @Override
    public int read() throws IOException {
      return stream.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
      return stream.read(buffer, offset, count);
    }
  }
}
