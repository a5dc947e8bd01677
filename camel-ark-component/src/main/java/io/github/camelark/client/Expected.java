// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.api.ApiError;
import io.github.camelark.transport.Reply;
import io.github.camelark.transport.ReplyCheck;
import java.io.IOException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a call expects in its reply, which is read once: where the transport asks whether it is an
 * answer. One instance per call, used by the thread that makes it.
 */
final class Expected<T> implements ReplyCheck {

  private final JsonReader<T> reader;
  private final Predicate<T> asked;
  private byte @Nullable [] body;
  private @Nullable T value;
  private @Nullable IOException unreadable;

  /**
   * @param asked whether it is about what was asked for
   */
  Expected(JsonReader<T> reader, Predicate<T> asked) {
    this.reader = reader;
    this.asked = asked;
  }

  /**
   * Not the answer are a success that cannot be read or is about something else, and an error that
   * is not the API's. After an error that leaves open what was done the real reply may follow.
   */
  @Override
  public boolean isAnswer(Reply reply) {
    int status = reply.status();
    if (!reply.isSuccess()) {
      return status == 429
          || status == 503
          || (status >= 400 && status < 500 && ApiError.find(reply.body()) != null);
    }
    try {
      return asked.test(read(reply));
    } catch (IOException e) {
      return false;
    }
  }

  T read(Reply reply) throws IOException {
    if (body != reply.body()) {
      body = reply.body();
      value = null;
      unreadable = null;
      try {
        value = reader.read(body);
      } catch (IOException e) {
        unreadable = e;
      }
    }
    if (value == null) {
      throw unreadable == null ? new IOException("the reply is empty") : unreadable;
    }
    return value;
  }

  /** Reads the body of a success. */
  @FunctionalInterface
  interface JsonReader<T> {
    T read(byte[] json) throws IOException;
  }
}
