// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import io.github.camelark.error.ArkUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * The client for some settings, as those hold it who call it: it works until the component stops,
 * and opens the client again if it was closed because nobody called it. Thread-safe.
 */
final class SharedTransport implements Transport {

  private final SharedTransports all;
  private final TransportSettings settings;
  private final Time time;
  private volatile @Nullable OpenTransport latest;

  SharedTransport(SharedTransports all, TransportSettings settings, Time time) {
    this.all = all;
    this.settings = settings;
    this.time = time;
  }

  @Override
  public Reply execute(Request request) {
    OpenTransport transport = latest;
    if (transport == null || !transport.enter()) {
      transport = open(request);
      latest = transport;
    }
    try {
      return transport.execute(request);
    } catch (Error e) {
      // Apache's client closes its pool then, and would refuse every call from now on
      transport.retire();
      throw e;
    } finally {
      transport.leave(time.nanos());
    }
  }

  private OpenTransport open(Request request) {
    try {
      return all.open(settings);
    } catch (Exception e) {
      throw all.isClosed() ? stopped(request) : notOpened(request, e);
    }
  }

  private static ArkUnavailableException stopped(Request request) {
    return notSent(
        request,
        "the component was stopped",
        "start it again, and begin a list that was not at its end anew",
        null);
  }

  private static ArkUnavailableException notOpened(Request request, Exception e) {
    return notSent(
        request,
        "the HTTP client cannot be opened again (" + e.getClass().getSimpleName() + ")",
        "check sslContextParameters and the options that begin with http.",
        e);
  }

  private static ArkUnavailableException notSent(
      Request request, String message, String advice, @Nullable Exception cause) {
    return new ArkUnavailableException(
        CallFailures.failure(request, message, false), advice, null, cause);
  }

  @Override
  public String withoutTokens(String text) {
    OpenTransport transport = latest;
    return transport == null ? text : transport.withoutTokens(text);
  }

  @Override
  public boolean isOpen() {
    return !all.isClosed();
  }
}
