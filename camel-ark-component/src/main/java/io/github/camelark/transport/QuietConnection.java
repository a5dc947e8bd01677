// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Socket;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A connection that never logs what passes through it. The client's own prints every byte, the API
 * key among them, when its wire logger is at DEBUG; and it takes a head of any length.
 */
final class QuietConnection extends DefaultBHttpClientConnection
    implements ManagedHttpClientConnection {

  /** More than any honest server sends, and little enough for an endless head to end soon. */
  private static final Http1Config LIMITS =
      Http1Config.custom().setMaxHeaderCount(200).setMaxLineLength(32 * 1024).build();

  /** Before the real reply; a server may report progress, but not forever. */
  private static final int MAX_INTERIM_REPLIES = 10_000;

  private static final long LOOK_CLOSER_AFTER_NANOS = 1_000_000_000;

  private volatile boolean closed;
  private volatile long passivatedAt = System.nanoTime();
  private @Nullable PeekableInput input;
  private @Nullable InputStream encrypted;
  private Timeout socketTimeout = Timeout.ZERO_MILLISECONDS;
  private int heads;

  QuietConnection() {
    super(LIMITS, null, null, null, null, null, new DefaultHttpResponseParserFactory(LIMITS));
  }

  @Override
  public void bind(Socket socket) throws IOException {
    bind(new PeekableSocket(socket));
  }

  @Override
  public void bind(SSLSocket sslSocket, Socket socket) throws IOException {
    encrypted = socket.getInputStream();
    bind(new PeekableSocket(sslSocket, socket));
  }

  @Override
  protected void bind(SocketHolder socketHolder) throws IOException {
    if (closed) {
      socketHolder.getSocket().close();
      throw new InterruptedIOException("closed while it was being connected");
    }
    super.bind(socketHolder);
    socketTimeout = Timeout.ofMilliseconds(socketHolder.getSocket().getSoTimeout());
  }

  @Override
  public @Nullable Socket getSocket() {
    SocketHolder holder = getSocketHolder();
    return holder == null ? null : holder.getSocket();
  }

  @Override
  public @Nullable SSLSession getSSLSession() {
    return getSocket() instanceof SSLSocket socket ? socket.getSession() : null;
  }

  @Override
  public void setSocketTimeout(Timeout timeout) {
    super.setSocketTimeout(timeout);
    socketTimeout = timeout;
  }

  /** What is known of the connection starts anew with each request. */
  @Override
  public void sendRequestHeader(ClassicHttpRequest request) throws HttpException, IOException {
    heads = 0;
    if (input != null) {
      input.expectReply();
    }
    super.sendRequestHeader(request);
  }

  /**
   * The base class takes the end of the stream for the end of the head. A success that is cut there
   * would be one without a body, which is all that a deletion needs.
   */
  @Override
  public ClassicHttpResponse receiveResponseHeader() throws HttpException, IOException {
    if (++heads > MAX_INTERIM_REPLIES) {
      throw new ProtocolException("more than " + MAX_INTERIM_REPLIES + " interim replies");
    }
    try {
      ClassicHttpResponse response = super.receiveResponseHeader();
      failIfCutInHead();
      return response;
    } catch (HttpException e) {
      failIfCutInHead();
      throw e;
    }
  }

  private void failIfCutInHead() throws ConnectionClosedException {
    if (input != null && input.couldBeHttp && input.hasEnded) {
      throw new ConnectionClosedException("closed in the head of the reply");
    }
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
    PeekableInput current = input;
    if (current == null || !isOpen()) {
      return false;
    }
    if (current.available() > 0) {
      return true;
    }
    current.peeking = true;
    try {
      return isDataAvailable(Timeout.ONE_MILLISECOND);
    } finally {
      current.peeking = false;
    }
  }

  @Override
  public void passivate() {
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

  /** Gives the connection an input that it can peek into. */
  private final class PeekableSocket extends SocketHolder {

    PeekableSocket(Socket socket) {
      super(socket);
    }

    PeekableSocket(SSLSocket sslSocket, Socket socket) {
      super(sslSocket, socket);
    }

    @Override
    protected InputStream getInputStream(Socket socket) throws IOException {
      PeekableInput peekable = new PeekableInput(super.getInputStream(socket));
      input = peekable;
      return peekable;
    }
  }

  /**
   * Lets the buffer above it be asked for what it holds without waiting for more, and knows how the
   * stream began and whether it has ended.
   */
  private static final class PeekableInput extends FilterInputStream {

    private boolean peeking;
    private boolean hasBegun;
    private boolean couldBeHttp = true;
    private boolean hasEnded;

    PeekableInput(InputStream stream) {
      super(stream);
    }

    void expectReply() {
      hasBegun = false;
      couldBeHttp = true;
      hasEnded = false;
    }

    /** No byte rather than an exception, which would cost more than the rest of the look. */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (peeking) {
        return 0;
      }
      int read = super.read(buffer, offset, length);
      hasEnded |= read < 0;
      for (int i = offset; !hasBegun && i < offset + read; i++) {
        // a client may skip empty lines before a reply, and ours does
        hasBegun = buffer[i] != '\r' && buffer[i] != '\n';
        couldBeHttp = !hasBegun || buffer[i] == 'H';
      }
      return read;
    }
  }
}
