// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A connection that never logs what passes through it, and is not used again if the server sent
 * something without being asked. The client's own prints every byte, the API key among them, when
 * its wire logger is at DEBUG.
 */
final class QuietConnection extends DefaultBHttpClientConnection
    implements ManagedHttpClientConnection {

  private static final long LOOK_CLOSER_AFTER_NANOS = 1_000_000_000;
  private static final Timeout SOON = Timeout.ofMilliseconds(1);

  private final ReplyHeadParser parser;
  private volatile boolean closed;
  private volatile boolean used;
  private volatile long passivatedAt = System.nanoTime();
  private @Nullable InputStream encrypted;
  private @Nullable Socket plain;
  private Timeout socketTimeout = Timeout.ZERO_MILLISECONDS;

  QuietConnection() {
    this(new ReplyHeadParser());
  }

  private QuietConnection(ReplyHeadParser parser) {
    super(
        ReplyHeadParser.LIMITS,
        null,
        null,
        null,
        null,
        (request, connection, input, sent, next) -> ((QuietConnection) connection).hasReply(),
        null,
        config -> parser);
    this.parser = parser;
  }

  @Override
  public void bind(SSLSocket sslSocket, Socket socket) throws IOException {
    encrypted = socket.getInputStream();
    plain = socket;
    bind(new SocketHolder(sslSocket, socket));
  }

  @Override
  protected void bind(SocketHolder socketHolder) throws IOException {
    if (closed) {
      socketHolder.getSocket().close();
      throw new InterruptedIOException("closed while it was being connected");
    }
    super.bind(socketHolder);
    if (plain == null) {
      plain = socketHolder.getSocket();
    }
    socketTimeout = Timeout.ofMilliseconds(socketHolder.getSocket().getSoTimeout());
  }

  @Override
  public @Nullable Socket getSocket() {
    SocketHolder holder = getSocketHolder();
    return holder == null ? null : holder.getSocket();
  }

  @Override
  public void setSocketTimeout(Timeout timeout) {
    super.setSocketTimeout(timeout);
    socketTimeout = timeout;
  }

  /**
   * Whether the connection must not be used again. What a server sent without being asked would be
   * taken for the reply to the next request, and every reply after it for the wrong one.
   */
  @Override
  public boolean isStale() throws IOException {
    if (hasUnaskedInput()) {
      return true;
    }
    return (isLongIdle() || hasEncryptedInput()) && (super.isStale() || hasUnaskedInput());
  }

  /** To wait for the end of the stream, as the base class does, costs a millisecond. */
  private boolean isLongIdle() {
    return System.nanoTime() - passivatedAt > LOOK_CLOSER_AFTER_NANOS;
  }

  /** TLS shows what has come only once it was read; it may be no more than a ticket. */
  private boolean hasEncryptedInput() throws IOException {
    return encrypted != null && isOpen() && encrypted.available() > 0;
  }

  private boolean hasUnaskedInput() throws IOException {
    SocketHolder holder = getSocketHolder();
    return holder != null && (parser.hasMore() || holder.getInputStream().available() > 0);
  }

  /** Whether a reply comes, or the server has hung up, while a request is still being sent. */
  private boolean hasReply() throws IOException {
    return (plain instanceof LastWordsSocket socket && socket.hasHungUp())
        || (encrypted == null ? hasUnaskedInput() : hasEncryptedInput() && isDataAvailable(SOON));
  }

  /**
   * Whether the server has hung up since the last request. To know it for sure costs a millisecond,
   * which a call is worth that must not be repeated once it may have been executed.
   */
  boolean hasEndedSinceLastRequest() throws IOException {
    return used && super.isStale();
  }

  @Override
  public void passivate() {
    used = true;
    passivatedAt = System.nanoTime();
    super.setSocketTimeout(Timeout.ZERO_MILLISECONDS);
  }

  @Override
  public void activate() {
    super.setSocketTimeout(socketTimeout);
  }

  @Override
  public void close() throws IOException {
    closed = true;
    super.close();
  }

  @Override
  public void close(CloseMode closeMode) {
    closed = true;
    super.close(closeMode);
  }
}
