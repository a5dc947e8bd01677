// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** A server in memory that plays a script, and keeps what it was asked. Used by one thread. */
public final class FakeTransport implements Transport {

  private final Deque<Function<Request, Reply>> script = new ArrayDeque<>();
  private final List<Request> requests = new ArrayList<>();

  /** Next comes a reply. */
  public FakeTransport replies(int status, String body) {
    return replies(status, body, null);
  }

  /** Next comes a reply that asks to wait. */
  public FakeTransport replies(int status, String body, Duration retryAfter) {
    return then(
        request ->
            new Reply(
                status,
                body.getBytes(StandardCharsets.UTF_8),
                null,
                retryAfter,
                null,
                null,
                false));
  }

  /** Next comes a failure. */
  public FakeTransport fails(Function<Request, RuntimeException> failure) {
    return then(
        request -> {
          throw failure.apply(request);
        });
  }

  /** Adds a step that decides the next reply. */
  public FakeTransport then(Function<Request, Reply> step) {
    script.add(step);
    return this;
  }

  /** What it was asked, in order. */
  public List<Request> requests() {
    return requests;
  }

  @Override
  public Reply execute(Request request) {
    requests.add(request);
    if (script.isEmpty()) {
      throw new AssertionError("the script ends before request " + requests.size());
    }
    return script.remove().apply(request);
  }
}
