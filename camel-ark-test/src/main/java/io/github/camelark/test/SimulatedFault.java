// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static java.util.Objects.requireNonNull;

import io.github.camelark.test.SimulatedAnswer.Ending;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with a call; see {@link ArkSimulator#failNext}. Unless said otherwise
 * the call is not executed. Immutable.
 */
public final class SimulatedFault {

  private final String description;
  private final Reading reading;
  private final Function<Call, SimulatedAnswer> effect;

  private SimulatedFault(String description, Function<Call, SimulatedAnswer> effect) {
    this(description, Reading.WHOLE, effect);
  }

  private SimulatedFault(
      String description, Reading reading, Function<Call, SimulatedAnswer> effect) {
    this.description = description;
    this.reading = reading;
    this.effect = effect;
  }

  /**
   * Answers with an error in the provider's own form: its JSON, and the code that it usually sends
   * with this status, for example {@code InternalServiceError} with a 500 of Ark.
   *
   * @param status 300 to 599
   */
  public static SimulatedFault status(int status) {
    return error(status, null, "status " + status);
  }

  /** Answers with an error like {@link #status(int)}, but with this code. */
  public static SimulatedFault status(int status, String code) {
    return error(status, requireNonNull(code, "code"), "status " + status + " " + code);
  }

  private static SimulatedFault error(int status, @Nullable String code, String description) {
    if (status < 300 || status > 599) {
      throw new IllegalArgumentException("not the status of an error: " + status);
    }
    ApiError error = new ApiError(status, code, "A simulated fault.", null);
    return new SimulatedFault(description, call -> call.error(error));
  }

  /**
   * Answers with any reply, for example a proxy's HTML.
   *
   * @param contentType empty for none
   */
  public static SimulatedFault reply(int status, String contentType, String body) {
    SimulatedAnswer answer = SimulatedAnswer.of(status, contentType, body);
    return new SimulatedFault("reply " + status, call -> answer);
  }

  /** Answers like a gateway that does not know the path, in its words. */
  public static SimulatedFault unknownRoute(UnknownRoute words) {
    requireNonNull(words, "words");
    return new SimulatedFault("unknown route " + words, call -> call.unknownRoute(words));
  }

  /** Answers with status 200 and an error in the body. */
  public static SimulatedFault errorInOk(ErrorInOk shape) {
    SimulatedAnswer answer = shape.answer();
    return new SimulatedFault("error in a 200: " + shape, call -> answer);
  }

  /** Executes the call and answers correctly, but only after this delay. */
  public static SimulatedFault delay(Duration delay) {
    requireNonNull(delay, "delay");
    return new SimulatedFault("delay " + delay, call -> call.execute().late(delay));
  }

  /** Resets the connection instead of answering. */
  public static SimulatedFault connectionReset() {
    return new SimulatedFault("connection reset", call -> SimulatedAnswer.nothing(Ending.RESET));
  }

  /** Closes the connection instead of answering. */
  public static SimulatedFault emptyReply() {
    return new SimulatedFault("empty reply", call -> SimulatedAnswer.nothing(Ending.CLOSED));
  }

  /** Executes the call, sends all headers but only half of the body, and closes the connection. */
  public static SimulatedFault truncatedBody() {
    return new SimulatedFault("truncated body", call -> call.execute().ending(Ending.TRUNCATED));
  }

  /** Executes the call and resets the connection: the answer is lost. */
  public static SimulatedFault executedThenReset() {
    return new SimulatedFault("executed, then reset", call -> call.execute().ending(Ending.RESET));
  }

  /**
   * Answers with an error before the body is read, and closes the connection, as a service that
   * refuses an upload by its head.
   *
   * @param status 300 to 599
   */
  public static SimulatedFault refusedUnread(int status) {
    SimulatedFault error = status(status);
    return new SimulatedFault(
            error.description + " before the body is read", Reading.NOTHING, error.effect)
        .withHeader("Connection", "close");
  }

  /**
   * Resets the connection after this many bytes of the body were read, whether or not there are
   * more.
   */
  public static SimulatedFault resetAfterReading(long bytes) {
    return new SimulatedFault(
        "reset after reading " + bytes + " bytes",
        new Reading(bytes, 0),
        call -> SimulatedAnswer.nothing(Ending.RESET));
  }

  /** Reads the body so slowly, then executes the call and answers right. */
  public static SimulatedFault slowReading(int bytesPerSecond) {
    if (bytesPerSecond < 1) {
      throw new IllegalArgumentException("bytesPerSecond < 1: " + bytesPerSecond);
    }
    return new SimulatedFault(
        "reads " + bytesPerSecond + " bytes per second",
        new Reading(Long.MAX_VALUE, bytesPerSecond),
        Call::execute);
  }

  /** Executes the call and answers right, but takes so long to send the body of its answer. */
  public static SimulatedFault slowBody(Duration duration) {
    requireNonNull(duration, "duration");
    return new SimulatedFault("slow body " + duration, call -> call.execute().slow(duration));
  }

  /** Answers a list with {@code "data": null}; other calls are answered as usual. */
  public static SimulatedFault dataNull() {
    return new SimulatedFault("data null", Call::executeWithoutData);
  }

  /** Returns a fault whose answer also has this header, for example {@code Retry-After}. */
  public SimulatedFault withHeader(String name, String value) {
    return new SimulatedFault(
        description, reading, effect.andThen(answer -> answer.with(name, value)));
  }

  Reading reading() {
    return reading;
  }

  SimulatedAnswer strike(Call call) {
    return effect.apply(call);
  }

  @Override
  public String toString() {
    return description;
  }
}
