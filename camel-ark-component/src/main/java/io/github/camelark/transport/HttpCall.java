// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import io.github.camelark.api.ContentException;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a request, which another thread may cancel at any moment: while it waits for a
 * connection, for the reply's head, or for its body.
 */
final class HttpCall extends BasicClassicHttpRequest implements CancellableDependency {

  private static final long serialVersionUID = 1L;

  /** A second for 64 KB. */
  private static final long NANOS_PER_BYTE = 1_000_000_000 / (64 * 1024);

  private transient Request request;
  private transient @Nullable Cancellable dependency;
  private boolean cancelled;
  private volatile boolean overdue;
  private boolean tooLong;
  private transient @Nullable Cancellable tokenRequest;
  private boolean tokenMissing;
  private int tokenStatus;
  private int status;
  private boolean leased;
  private volatile boolean sent;
  private volatile boolean contentSent;
  private transient @Nullable ContentException contentFailure;
  private volatile long deadline;
  private long pausedAt;
  private boolean ended;
  private transient @Nullable Runnable whenEnded;

  HttpCall(Request request, HttpHost host) {
    super(request.operation().method(), host, request.target());
    this.request = request;
    this.deadline = request.deadline();
    if (request.content() != null) {
      setEntity(new ContentEntity(request.content(), this));
    }
  }

  /** The {@link Time#nanos()} by which it must have ended. */
  long deadline() {
    return deadline;
  }

  /** Gives a call whose content passes more time, however large that is. */
  void passed(int bytes) {
    postpone(bytes * NANOS_PER_BYTE);
  }

  /** Gives it so many nanoseconds more. */
  void postpone(long nanos) {
    deadline += nanos;
  }

  long pausedAt() {
    return pausedAt;
  }

  void pausedAt(long nanos) {
    pausedAt = nanos;
  }

  void contentBegins() {
    contentSent = false;
  }

  /** From now on the server may have all of it. */
  void contentSent() {
    contentSent = true;
  }

  /** Ends the call because its content cannot be read; the server must not get the end of it. */
  void contentFailed(ContentException failure) {
    contentFailure = failure;
    cancel();
  }

  /** Why the content could not be read; null if it could. */
  @Nullable ContentException contentFailure() {
    return contentFailure;
  }

  /** Whether all of it was sent, its content too. */
  boolean isWhollySent() {
    return sent && (request.content() == null || contentSent);
  }

  Request request() {
    return request;
  }

  /** Ends the call because its time is up. */
  void expire() {
    overdue = true;
    cancel();
    ended();
  }

  /** Calls something once when the call holds no connection any more. */
  void whenEnded(Runnable action) {
    synchronized (this) {
      if (!ended) {
        whenEnded = action;
        return;
      }
    }
    action.run();
  }

  void ended() {
    Runnable action;
    synchronized (this) {
      ended = true;
      action = whenEnded;
      whenEnded = null;
    }
    if (action != null) {
      action.run();
    }
  }

  boolean isOverdue() {
    return overdue;
  }

  /** Keeps the status of the reply, whatever becomes of its body. */
  void answered(int newStatus) {
    status = newStatus;
  }

  int status() {
    return status;
  }

  /** From now on the server can have seen the request. */
  void sent() {
    sent = true;
  }

  /** Whether the request was sent; a reply without that is a proxy's. */
  boolean isSent() {
    return sent;
  }

  /** Whether it has a connection of the pool. */
  synchronized boolean isLeased() {
    return leased || sent;
  }

  /** Whether it may have been executed though its reply is incomplete. */
  boolean mayHaveBeenExecuted() {
    return isWhollySent()
        && (status == 0
            || request.judge().verdict(Reply.withStatusOnly(status)).mayHaveBeenExecuted());
  }

  /** Ends the call because the reply is longer than allowed. */
  void refuse() {
    tooLong = true;
    cancel();
  }

  boolean isTooLong() {
    return tooLong;
  }

  /** A token is needed first, by a request of its own that ends with this call. */
  synchronized void askForToken(Cancellable newTokenRequest) {
    tokenRequest = newTokenRequest;
    tokenMissing = true;
    if (cancelled) {
      newTokenRequest.cancel();
    }
  }

  synchronized void askedForToken() {
    tokenRequest = null;
  }

  synchronized boolean isAskingForToken() {
    return tokenRequest != null;
  }

  void tokenStatus(int status) {
    tokenStatus = status;
  }

  /** What the token endpoint answered; 0 if it did not. */
  int tokenStatus() {
    return tokenStatus;
  }

  /** From now on the token is this call's key, to be hidden as one. */
  void hasToken(@Nullable ApiKey token) {
    tokenMissing = false;
    request = request.withKey(token);
  }

  /** Whether a token was asked for and there is none, so that the request was never sent. */
  boolean isTokenMissing() {
    return tokenMissing;
  }

  @Override
  public synchronized void setDependency(Cancellable newDependency) {
    dependency = newDependency;
    leased = newDependency instanceof ExecRuntime;
    if (cancelled) {
      newDependency.cancel();
    }
  }

  @Override
  public synchronized boolean isCancelled() {
    return cancelled;
  }

  @Override
  public synchronized boolean cancel() {
    if (cancelled) {
      return false;
    }
    cancelled = true;
    if (dependency != null) {
      dependency.cancel();
    }
    if (tokenRequest != null) {
      tokenRequest.cancel();
    }
    return true;
  }
}
