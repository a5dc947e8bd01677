// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import io.github.camelark.time.Time;
import io.github.camelark.transport.ContentCoding.UnreadableBodyException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** Reads a reply into memory, never more of it than is allowed. Thread-safe. */
final class ReplyReader {

  /** Enough for any error of the API; the rest of an error page says nothing. */
  private static final int MAX_ERROR_BYTES = 64 * 1024;

  private static final int FIRST_BUFFER_BYTES = 4 * 1024;
  private static final int MAX_TRUSTED_BYTES = 64 * 1024;
  private static final byte[] NOTHING = {};

  private final long maxResponseSize;
  private final List<String> requestIdHeaders;
  private final Time time;

  /**
   * @param maxResponseSize in bytes
   * @param requestIdHeaders the headers with the server's id of the request, the best first
   */
  ReplyReader(long maxResponseSize, List<String> requestIdHeaders, Time time) {
    this.maxResponseSize = Math.min(maxResponseSize, Integer.MAX_VALUE - 8);
    this.requestIdHeaders = requestIdHeaders;
    this.time = time;
  }

  Reply read(ClassicHttpResponse response, HttpCall call) throws IOException {
    int status = response.getCode();
    call.answered(status);
    boolean success = status >= 200 && status < 300;
    int limit = (int) (success ? maxResponseSize : Math.min(maxResponseSize, MAX_ERROR_BYTES));
    HttpEntity entity = response.getEntity();
    if (!success) {
      return readError(response, entity, limit, call);
    }
    byte[] body = entity == null ? NOTHING : read(entity, limit);
    if (body.length <= limit) {
      body = ContentCoding.decode(response, body, limit);
    }
    if (body.length > limit) {
      call.refuse();
      throw new IOException("longer than " + limit + " bytes");
    }
    return reply(response, body);
  }

  /**
   * Where the head of an error says all that matters it stands, whatever becomes of the body. Other
   * errors are told apart by their body: without it the answer is lost.
   */
  private Reply readError(
      ClassicHttpResponse response, @Nullable HttpEntity entity, int limit, HttpCall call)
      throws IOException {
    byte[] body;
    try {
      body = entity == null ? NOTHING : read(entity, limit);
      if (body.length > limit) {
        call.cancel();
      }
      body = ContentCoding.decode(response, body, limit);
    } catch (IOException e) {
      boolean headSaysAll =
          response.getCode() == 401 || response.getCode() >= 500 || wait(response) != null;
      if (call.isOverdue() || !headSaysAll) {
        throw e;
      }
      if (e instanceof UnreadableBodyException) {
        body = String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8);
      } else {
        call.cancel();
        body = NOTHING;
      }
    }
    return reply(response, body.length > limit ? Arrays.copyOf(body, limit) : body);
  }

  /** What the head of a reply says whose body is still to be read. */
  Reply head(ClassicHttpResponse response) {
    return reply(response, NOTHING);
  }

  private Reply reply(ClassicHttpResponse response, byte[] body) {
    return new Reply(
        response.getCode(),
        body,
        requestId(response),
        response.getCode() < 300 ? null : wait(response),
        header(response, "Date"),
        header(response, "Location"),
        false);
  }

  /**
   * The most exact one that makes sense, by the server's own clock. Azure sends both of those in
   * milliseconds, and {@code Retry-After} rounded up to a second.
   */
  private @Nullable Duration wait(ClassicHttpResponse response) {
    String millis = header(response, "retry-after-ms");
    String azureMillis = header(response, "x-ms-retry-after-ms");
    String retryAfter = header(response, "Retry-After");
    if (millis == null && azureMillis == null && retryAfter == null) {
      return null;
    }
    Instant date = HttpTime.date(header(response, "Date"));
    Instant now = date == null ? time.clock().instant() : date;
    Duration wait = HttpTime.retryAfterMillis(millis, now);
    if (wait == null) {
      wait = HttpTime.retryAfterMillis(azureMillis, now);
    }
    return wait == null ? HttpTime.retryAfter(retryAfter, now) : wait;
  }

  private @Nullable String requestId(ClassicHttpResponse response) {
    for (String name : requestIdHeaders) {
      String id = header(response, name);
      if (id != null) {
        return id;
      }
    }
    return null;
  }

  private static @Nullable String header(ClassicHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null || header.getValue().isBlank() ? null : header.getValue();
  }

  /**
   * At most one byte more than the limit, so that the caller can see that there is more. The stream
   * is closed only when it was read to its end: closing reads the rest.
   */
  private static byte[] read(HttpEntity entity, int limit) throws IOException {
    InputStream stream = entity.getContent();
    long length = entity.getContentLength();
    byte[] body =
        length < 0 || length > limit ? readSome(stream, limit + 1) : readAll(stream, (int) length);
    if (body.length <= limit) {
      stream.close();
    }
    return body;
  }

  /** A long one grows as it comes, since a server may promise more than it sends. */
  private static byte[] readAll(InputStream stream, int length) throws IOException {
    if (length > MAX_TRUSTED_BYTES) {
      return stream.readNBytes(length);
    }
    byte[] body = new byte[length];
    int read = stream.readNBytes(body, 0, length);
    return read == length ? body : Arrays.copyOf(body, read);
  }

  static byte[] readSome(InputStream stream, int limit) throws IOException {
    byte[] body = new byte[Math.min(limit, FIRST_BUFFER_BYTES)];
    int size = 0;
    while (true) {
      int read = stream.read(body, size, body.length - size);
      if (read < 0) {
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
}
