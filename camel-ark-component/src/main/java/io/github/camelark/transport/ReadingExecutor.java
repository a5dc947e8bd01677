// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request, reads its reply to the end and checks it, all of it while the connection is
 * held: the client gives a connection to the next call as soon as the last byte was read, which is
 * too early to tell whether the reply was the right one. Thread-safe.
 */
final class ReadingExecutor extends HttpRequestExecutor {

  private final ReplyReader reader;

  ReadingExecutor(ReplyReader reader) {
    this.reader = reader;
  }

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request,
      HttpClientConnection connection,
      @Nullable HttpResponseInformationCallback callback,
      HttpContext context)
      throws IOException, HttpException {
    if (context instanceof CallContext calling
        && calling.call().request().content() != null
        && connection instanceof QuietConnection kept
        && kept.hasEndedSinceLastRequest()) {
      connection.close(CloseMode.IMMEDIATE);
      throw new ConnectionClosedException("the server had closed a kept connection");
    }
    ClassicHttpResponse response = super.execute(request, connection, callback, context);
    // neither what a proxy says to CONNECT nor the reply of a token endpoint
    if (context instanceof CallContext calling && calling.call().isSent()) {
      HttpCall call = calling.call();
      if (call.request().streamed() && response.getCode() / 100 == 2) {
        call.answered(response.getCode());
        return response;
      }
      Reply reply = reader.read(response, call);
      // after a reply that came while we still sent, the server may wait for the rest
      if (!call.isWhollySent() || !call.request().judge().isAnswer(reply)) {
        connection.close(CloseMode.IMMEDIATE);
      }
      response.setEntity(new ReadEntity(reply));
    }
    return response;
  }

  /** The reply that was read, or null if the response did not come this way. */
  static @Nullable Reply replyOf(ClassicHttpResponse response) {
    return response.getEntity() instanceof ReadEntity read ? read.reply : null;
  }

  /** For the client, and for what a configurer of the user's adds to it. */
  private static final class ReadEntity extends ByteArrayEntity {

    private final Reply reply;

    ReadEntity(Reply reply) {
      super(reply.body(), ContentType.APPLICATION_JSON);
      this.reply = reply;
    }
  }
}
