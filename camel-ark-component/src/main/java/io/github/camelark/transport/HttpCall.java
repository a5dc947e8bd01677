// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

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

  HttpCall(Request request, HttpHost host) {
    super(request.operation().method(), host, request.target());
    this.request = request;
  }

  Request request() {
    return request;
  }

  /** Ends the call because its time is up. */
  void expire() {
    overdue = true;
    cancel();
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
    return sent
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
