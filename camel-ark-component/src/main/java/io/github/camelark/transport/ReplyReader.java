// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** Reads a reply into memory, never more of it than is allowed. Thread-safe. */
final class ReplyReader {

  /** Enough for any error of the API; the rest of an error page says nothing. */
  private static final int MAX_ERROR_BYTES = 64 * 1024;

  private static final int FIRST_BUFFER_BYTES = 4 * 1024;
  private static final byte[] NOTHING = {};

  private final long maxResponseSize;
  private final Time time;

  /**
   * @param maxResponseSize in bytes, after decompression
   */
  ReplyReader(long maxResponseSize, Time time) {
    this.maxResponseSize = Math.min(maxResponseSize, Integer.MAX_VALUE - 8);
    this.time = time;
  }

  Reply read(ClassicHttpResponse response, HttpCall call) throws IOException {
    int status = response.getCode();
    call.answered(status);
    boolean success = status >= 200 && status < 300;
    int limit = (int) (success ? maxResponseSize : Math.min(maxResponseSize, MAX_ERROR_BYTES));
    HttpEntity entity = response.getEntity();
    byte[] body = entity == null ? NOTHING : read(entity, limit);
    if (body.length <= limit) {
      return reply(response, body);
    }
    if (success) {
      call.refuse();
      throw new IOException("longer than " + limit + " bytes");
    }
    return call.cut(reply(response, Arrays.copyOf(body, limit)));
  }

  private Reply reply(ClassicHttpResponse response, byte[] body) {
    String retryAfter = header(response, "Retry-After");
    return new Reply(
        response.getCode(),
        body,
        requestId(response),
        retryAfter == null ? null : RetryAfter.parse(retryAfter, time.clock().instant()),
        header(response, "Date"),
        false);
  }

  private static @Nullable String requestId(ClassicHttpResponse response) {
    String id = header(response, "x-request-id");
    return id == null ? header(response, "apim-request-id") : id;
  }

  private static @Nullable String header(ClassicHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null || header.getValue().isBlank() ? null : header.getValue();
  }

  /** At most one byte more than the limit, so that the caller can see that there is more. */
  private static byte[] read(HttpEntity entity, int limit) throws IOException {
    try (Content content = new Content(entity)) {
      long length = entity.getContentLength();
      return length < 0 || length > limit
          ? content.readSome(limit + 1)
          : content.readAll((int) length);
    }
  }

  /** The stream of an entity, closed only when it was read to its end: closing reads the rest. */
  private static final class Content implements AutoCloseable {

    private final InputStream stream;
    private boolean ended;

    Content(HttpEntity entity) throws IOException {
      stream = entity.getContent();
    }

    byte[] readAll(int length) throws IOException {
      byte[] body = new byte[length];
      int read = stream.readNBytes(body, 0, length);
      ended = true;
      return read == length ? body : Arrays.copyOf(body, read);
    }

    byte[] readSome(int limit) throws IOException {
      byte[] body = new byte[Math.min(limit, FIRST_BUFFER_BYTES)];
      int size = 0;
      while (true) {
        int read = stream.read(body, size, body.length - size);
        if (read < 0) {
          ended = true;
          return size == body.length ? body : Arrays.copyOf(body, size);
        }
        size += read;
        if (size == limit) {
          return body;
        }
        if (size == body.length) {
          body = Arrays.copyOf(body, (int) Math.min(limit, 2L * size));
        }
      }
    }

    @Override
    public void close() throws IOException {
      if (ended) {
        stream.close();
      }
    }
  }
}
