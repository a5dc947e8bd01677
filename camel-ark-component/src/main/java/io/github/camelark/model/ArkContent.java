// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.model;

import io.github.camelark.text.RemoteText;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * The content of a file, which is fetched while it is read: once, from its beginning to its end, by
 * one thread at a time. A route writes it to a file, splits it into lines or converts it to an
 * {@link InputStream} with constant memory; converted to {@code byte[]} or {@code String} it may
 * have at most {@code maxResponseSize} bytes.
 *
 * <p>Until it was read to its end or closed it holds a connection; the end of the exchange closes
 * it. A connection that breaks is an {@code ArkException} at the step that reads, never a short
 * content.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/files/retrieve-contents">Retrieve
 *     file content</a>
 */
public final class ArkContent implements ReadableByteChannel {

  private static final int BUFFER_BYTES = 8 * 1024;

  private final String fileId;
  private final @Nullable String mediaType;
  private final long length;
  private final InputStream stream;
  private final int maxBytes;
  private boolean open = true;
  private volatile boolean begun;

  /**
   * @param mediaType null if the service does not say
   * @param length in bytes; -1 if the service does not say
   * @param maxBytes how many of them may be held in memory
   */
  public ArkContent(
      String fileId, @Nullable String mediaType, long length, InputStream stream, long maxBytes) {
    this.maxBytes = (int) Math.min(maxBytes, Integer.MAX_VALUE - 8);
    this.fileId = fileId;
    this.mediaType = mediaType;
    this.length = length;
    this.stream = new Begun(stream);
  }

  /** The id of the file. */
  public String fileId() {
    return fileId;
  }

  /** The media type that the service gives, usually {@code application/octet-stream}. */
  public @Nullable String mediaType() {
    return mediaType;
  }

  /** How many bytes there are in all; null if the service does not say. */
  public @Nullable Long length() {
    return length < 0 ? null : (Long) length;
  }

  /** Whether some of it was read: what is still to be read is not the whole content. */
  public boolean isBegun() {
    return begun;
  }

  /** What is still to be read; closing it closes this. */
  public InputStream inputStream() {
    return stream;
  }

  /**
   * All of it, in memory; it is closed then.
   *
   * @throws IOException if it has more than {@code maxResponseSize} bytes
   */
  public byte[] bytes() throws IOException {
    try (this) {
      byte[] bytes = length > maxBytes ? new byte[0] : stream.readNBytes(maxBytes + 1);
      if (length > maxBytes || bytes.length > maxBytes) {
        throw new IOException(
            "the content of %s has more than maxResponseSize=%d bytes: read it as a stream, or raise"
                    .formatted(RemoteText.excerpt(fileId, 100), maxBytes)
                + " maxResponseSize");
      }
      return bytes;
    }
  }

  @Override
  public int read(ByteBuffer destination) throws IOException {
    int wanted = Math.min(destination.remaining(), BUFFER_BYTES);
    byte[] buffer = new byte[wanted];
    int read = stream.read(buffer, 0, wanted);
    if (read > 0) {
      destination.put(buffer, 0, read);
    }
    return read;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() throws IOException {
    open = false;
    stream.close();
  }

  /** For people: the file, its type and its length. */
  @Override
  public String toString() {
    return "ArkContent[fileId=%s, mediaType=%s, length=%s]"
        .formatted(RemoteText.escape(fileId), RemoteText.escape(mediaType), length());
  }

  private final class Begun extends FilterInputStream {

    Begun(InputStream stream) {
      super(stream);
    }

    @Override
    public int read() throws IOException {
      begun = true;
      return in.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
      begun = true;
      return in.read(buffer, offset, count);
    }
  }
}
