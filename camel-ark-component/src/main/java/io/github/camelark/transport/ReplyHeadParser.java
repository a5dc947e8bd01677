// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.http.message.LazyLaxLineParser;
import org.apache.hc.core5.util.CharArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the head of a reply to its end. HttpCore takes the end of the stream for the end of the
 * head: a success that is truncated there would be one without a body, which is all that a deletion
 * needs. What it knows starts anew with each reply. One per connection.
 */
final class ReplyHeadParser extends DefaultHttpResponseParser {

  /** More than any honest server sends, and little enough for an endless head to end soon. */
  static final Http1Config LIMITS =
      Http1Config.custom().setMaxHeaderCount(200).setMaxLineLength(32 * 1024).build();

  /** Before the real reply; a server may report progress, but not forever. */
  private static final int MAX_INTERIM_REPLIES = 10_000;

  private final HeadInput input = new HeadInput();
  private @Nullable SessionInputBuffer buffer;
  private boolean couldBeHttp;
  private int interimReplies;

  ReplyHeadParser() {
    super(LIMITS, LazyLaxLineParser.INSTANCE, null);
  }

  @Override
  public @Nullable ClassicHttpResponse parse(SessionInputBuffer newBuffer, InputStream stream)
      throws IOException, HttpException {
    buffer = newBuffer;
    couldBeHttp = false;
    input.begin(stream);
    try {
      ClassicHttpResponse response = super.parse(newBuffer, input);
      failIfTruncated();
      interimReplies = response == null || response.getCode() >= 200 ? 0 : interimReplies + 1;
      if (interimReplies >= MAX_INTERIM_REPLIES) {
        throw new ProtocolException("more than " + MAX_INTERIM_REPLIES + " interim replies");
      }
      return response;
    } catch (HttpException e) {
      failIfTruncated();
      throw e;
    }
  }

  @Override
  protected ClassicHttpResponse createMessage(CharArrayBuffer line)
      throws IOException, HttpException {
    couldBeHttp = line.charAt(0) == 'H';
    return super.createMessage(line);
  }

  private void failIfTruncated() throws ConnectionClosedException {
    if (couldBeHttp && input.hasEnded) {
      throw new ConnectionClosedException("closed in the head of the reply");
    }
  }

  /** Whether more was received than the replies that were asked for. */
  boolean hasMore() {
    return buffer != null && buffer.length() > 0;
  }

  /** Knows whether the stream has ended. */
  private static final class HeadInput extends FilterInputStream {

    private boolean hasEnded;

    HeadInput() {
      super(InputStream.nullInputStream());
    }

    void begin(InputStream stream) {
      in = stream;
      hasEnded = false;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = in.read(bytes, offset, length);
      hasEnded = read < 0;
      return read;
    }
  }
}
