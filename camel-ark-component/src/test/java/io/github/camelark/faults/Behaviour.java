// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;

/** What the server does to one request. */
@FunctionalInterface
interface Behaviour {

  /** Answers normally, and closes the connection afterwards. */
  Behaviour HONEST = visit -> visit.connection().write(visit.honestReply("Connection: close\r\n"));

  void act(Visit visit) throws IOException;

  /** Answers with a reply of this status, for example {@code 503 Busy}. */
  static Behaviour answers(String status, String headers, String body) {
    return visit ->
        visit.connection().write(Visit.reply(status, headers + "Connection: close\r\n", body));
  }

  /** Writes this and closes the connection. */
  static Behaviour closes(String text) {
    return closes(visit -> text);
  }

  static Behaviour closes(Function<Visit, String> text) {
    return visit -> {
      visit.connection().write(text.apply(visit));
      visit.connection().close();
    };
  }

  /** Writes this and resets the connection. */
  static Behaviour resets(String text) {
    return visit -> {
      visit.connection().write(text);
      visit.connection().reset();
    };
  }

  /** Writes this and then nothing, until the client hangs up. */
  static Behaviour hangs(String text) {
    return visit -> {
      visit.connection().write(text);
      visit.connection().awaitHangUp();
      visit.connection().close();
    };
  }

  /** Writes this and then more, a byte at a time, until the client hangs up. */
  static Behaviour drips(String text, String more) {
    return visit -> {
      visit.connection().write(text);
      visit.connection().drip(more);
      visit.connection().close();
    };
  }

  /** Writes this and then more, 50 MB as fast as it can, unless the client hangs up. */
  static Behaviour floods(String text, String more) {
    return visit -> {
      visit.connection().write(text);
      visit.flood(more);
      visit.connection().close();
    };
  }

  /** Does one after the other to the requests of a call; the last one to all that follow. */
  static Behaviour inTurn(Behaviour... behaviours) {
    return visit -> behaviours[Math.min(visit.number(), behaviours.length) - 1].act(visit);
  }

  /** Lets this time pass first. */
  default Behaviour after(Duration duration) {
    return visit -> {
      visit.time().pass(duration);
      act(visit);
    };
  }
}
