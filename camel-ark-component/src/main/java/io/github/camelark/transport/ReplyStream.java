// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import io.github.camelark.error.ArkException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * The body of a reply, read while it comes. It holds its connection until it was read to its end,
 * fails, or is closed; closing it early closes the connection at once and reads nothing more.
 *
 * <p>What goes wrong is an {@link ArkException}, never an {@link IOException}: readers such as a
 * scanner take that for the end of the stream, and half a file would pass for the whole. Used by
 * one thread at a time.
 */
public final class ReplyStream extends InputStream {

  private static final InputStream NOTHING = InputStream.nullInputStream();

  private final ClassicHttpResponse response;
  private final HttpCall call;
  private final CallWatch watch;
  private final Supplier<Boolean> transportIsClosed;
  private final @Nullable String type;
  private final long length;
  private final InputStream body;
  private volatile boolean ended;
  private boolean complete;
  private volatile boolean keepsTime;
  private @Nullable ArkException failure;

  /**
   * @param transportIsClosed tells a failure of the connection from a stop of the component
   */
  ReplyStream(
      ClassicHttpResponse response,
      HttpCall call,
      CallWatch watch,
      Supplier<Boolean> transportIsClosed)
      throws IOException {
    this.response = response;
    this.call = call;
    this.watch = watch;
    this.transportIsClosed = transportIsClosed;
    HttpEntity entity = response.getEntity();
    this.type = entity == null ? null : entity.getContentType();
    InputStream encoded = entity == null ? NOTHING : entity.getContent();
    this.body = ContentCoding.decode(response, encoded);
    this.length = entity == null ? 0 : body == encoded ? entity.getContentLength() : -1;
  }

  /** The media type that the service gave; null if it gave none. */
  public @Nullable String type() {
    return type;
  }

  /** How many bytes there are in all; -1 if the service does not say. */
  public long length() {
    return length;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /**
   * @throws ArkException if the connection breaks, the body ends too early, or no more comes in
   *     time
   */
  @Override
  public int read(byte[] buffer, int offset, int count) {
    if (failure != null) {
      throw failure;
    }
    if (complete || count == 0) {
      return complete ? -1 : 0;
    }
    if (ended) {
      throw CallFailures.closedTooEarly(call.request());
    }
    if (!keepsTime) {
      watch.resume(call);
    }
    try {
      int read = body.read(buffer, offset, count);
      if (read < 0) {
        complete = true;
        response.close();
        end();
      } else {
        call.passed(read);
      }
      return read;
    } catch (IOException | RuntimeException e) {
      failure = CallFailures.sort(call, transportIsClosed.get(), e);
      close();
      throw failure;
    } finally {
      if (!keepsTime) {
        watch.pause(call);
      }
    }
  }

  @Override
  public void close() {
    if (!ended) {
      // closing reads the rest, unless the call is cancelled first
      call.cancel();
      try {
        response.close();
      } catch (IOException e) {
        // the connection is closed, which was wanted
      }
      end();
    }
  }

  /** Calls something once when the connection is no longer held. */
  void whenEnded(Runnable action) {
    call.whenEnded(action);
  }

  /** From now on its time runs whether it is read or not, and at the end of that it is closed. */
  public void keepTime() {
    if (!ended) {
      keepsTime = true;
      watch.resume(call);
    }
  }

  private void end() {
    ended = true;
    watch.remove(call);
    call.ended();
  }
}
