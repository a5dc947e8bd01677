// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.api.ApiOperation;
import io.github.camelark.transport.Reply;
import io.github.camelark.transport.ReplyJudge;
import io.github.camelark.transport.Verdict;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a call expects in its reply. Each reply is read and judged once: where the transport asks
 * for the first time. One instance per call, used by the thread that makes it.
 */
final class Expected<T> implements ReplyJudge {

  private final ApiOperation operation;
  private final BodyReader<T> reader;
  private final Predicate<T> asked;
  private final @Nullable String named;
  private @Nullable Reply latest;
  private @Nullable Meaning meaning;
  private @Nullable T value;
  private @Nullable IOException unreadable;

  /**
   * @param asked whether it is about what was asked for
   * @param named the file or response that the call names, which may be missing; null if it names
   *     none
   */
  Expected(
      ApiOperation operation, BodyReader<T> reader, Predicate<T> asked, @Nullable String named) {
    this.operation = operation;
    this.reader = reader;
    this.asked = asked;
    this.named = named;
  }

  /**
   * Not the answer are a success that cannot be read, an error that is not the API's, and what is
   * about something else. After an error that leaves open what was done the real reply may follow.
   */
  @Override
  public boolean isAnswer(Reply reply) {
    int status = reply.status();
    if (!reply.isSuccess()) {
      return status == 429
          || status == 503
          || (status >= 400
              && status < 500
              && meaning(reply).error() != null
              && anotherId(reply) == null);
    }
    try {
      return asked.test(read(reply));
    } catch (IOException e) {
      return false;
    }
  }

  /** Which other file or response is missing by a reply that belongs to another call. */
  @Nullable String anotherId(Reply reply) {
    Meaning latestMeaning = meaning(reply);
    return named == null
            || latestMeaning.error() == null
            || latestMeaning.row() != ReplyRow.MISSING_OR_WRONG_ADDRESS
        ? null
        : Evidence.anotherId(named, latestMeaning.error());
  }

  @Override
  public Verdict verdict(Reply reply) {
    return meaning(reply);
  }

  Meaning meaning(Reply reply) {
    turnTo(reply);
    if (meaning == null) {
      meaning = ReplyTable.meaning(reply, operation, named != null);
    }
    return meaning;
  }

  /** Reads the body of a success. */
  T read(Reply reply) throws IOException {
    turnTo(reply);
    if (value == null && unreadable == null) {
      try {
        value = reader.read(reply.body());
      } catch (IOException e) {
        unreadable = e;
      }
    }
    if (value == null) {
      throw unreadable == null ? new IOException("the reply is empty") : unreadable;
    }
    return value;
  }

  private void turnTo(Reply reply) {
    if (latest == null || !isSame(latest, reply)) {
      meaning = null;
      value = null;
      unreadable = null;
    }
    latest = reply;
  }

  /** The same but for what is known of earlier attempts. */
  private static boolean isSame(Reply one, Reply other) {
    return one == other
        || (one.body() == other.body()
            && one.status() == other.status()
            && Objects.equals(one.retryAfter(), other.retryAfter()));
  }
}
