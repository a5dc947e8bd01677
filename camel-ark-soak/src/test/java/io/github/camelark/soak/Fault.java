// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.soak;

import io.github.camelark.test.ScriptedConnection;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * How the server treats one request. Each fault has a weight, by which it is drawn, and delivers
 * the reply in its own way; the reply itself follows from what is asked and what is there.
 */
enum Fault {
  NONE(4_596, writing(Reply::whole)),
  ANSWERS_LATE(50, Fault::late),
  ANSWERS_BYTE_BY_BYTE(200, Fault::byteByByte),
  ANSWERS_IN_CHUNKS(500, writing(reply -> reply.chunks() + "0\r\n\r\n")),
  ANSWERS_WITHOUT_LENGTH(100, closing(reply -> reply.head() + "\r\n" + reply.body())),
  ANSWERS_WITHOUT_BODY(100, writing(Reply::whole)),
  SAYS_THAT_IT_CLOSES(200, closing(reply -> reply.with("Connection: close\r\n"))),
  CLOSES_AFTERWARDS(200, closing(Reply::whole)),
  RESETS_THE_NEXT(150, Fault::resetNext),
  ANSWERS_TWICE(200, writing(reply -> reply.whole() + reply.whole())),
  DENIES(50, writing(Reply::whole)),

  CLOSES_BEFORE_THE_HEAD(200, Kind.LOST, closing(reply -> "")),
  RESETS_BEFORE_THE_HEAD(200, Kind.LOST, resetting(reply -> "")),
  CLOSES_IN_THE_HEAD(150, Kind.LOST, closing(Reply::head)),
  CLOSES_IN_A_HEADER(150, Kind.LOST, closing(reply -> reply.head() + "X-He")),
  RESETS_IN_THE_HEAD(150, Kind.LOST, resetting(Reply::head)),
  CLOSES_IN_THE_BODY(200, Kind.LOST, closing(Reply::truncated)),
  RESETS_IN_THE_BODY(150, Kind.LOST, resetting(Reply::truncated)),
  CLOSES_IN_A_CHUNK(150, Kind.LOST, closing(reply -> reply.chunkedHead() + "100\r\n{\"id\":")),
  CLOSES_BETWEEN_CHUNKS(150, Kind.LOST, closing(Reply::chunks)),
  HANGS_BEFORE_THE_HEAD(4, Kind.LOST, hanging(reply -> "")),
  HANGS_IN_THE_HEAD(4, Kind.LOST, hanging(Reply::head)),
  HANGS_IN_THE_BODY(4, Kind.LOST, hanging(Reply::truncated)),

  GIBBERISH(50, Kind.UNREADABLE, 0, "SSH-2.0-OpenSSH_9.6\r\n", closing(Reply::body)),
  TRUNCATED_JSON(100, Kind.UNREADABLE, 200, "{\"id\":\"truncated"),
  HTML(50, Kind.UNREADABLE, 200, "<html><body>Please log in</body></html>"),
  ERROR_IN_A_SUCCESS(50, Kind.UNREADABLE, 200, error("InternalError")),
  ANOTHER_ID(50, Kind.UNREADABLE, 200, "{\"id\":\"another\"}"),

  ENDLESS_HEAD(20, Kind.UNREADABLE, 0, "", endless("X: ", "x")),
  ENDLESS_BODY(20, Kind.UNREADABLE, 0, "", endless("Connection: close\r\n\r\n", " ")),
  ENDLESS_REFUSAL(20, Kind.ANSWERED, 400, "", endless("Connection: close\r\n\r\n", " ")),
  ENDLESS_ERROR(20, Kind.ANSWERED, 500, "", endless("Connection: close\r\n\r\n", " ")),

  REDIRECT_301(15, Kind.ANSWERED, 301, "", redirecting()),
  REDIRECT_302(15, Kind.ANSWERED, 302, "", redirecting()),
  REDIRECT_307(15, Kind.ANSWERED, 307, "", redirecting()),
  REDIRECT_308(15, Kind.ANSWERED, 308, "", redirecting()),
  BAD_REQUEST(50, Kind.ANSWERED, 400, error("InvalidParameter")),
  UNAUTHORIZED(50, Kind.ANSWERED, 401, error("AuthenticationError")),
  FORBIDDEN(30, Kind.ANSWERED, 403, error("AccessDenied")),
  WRONG_ADDRESS(30, Kind.ANSWERED, 404, "<html><body>nginx</body></html>"),
  METHOD_NOT_ALLOWED(15, Kind.ANSWERED, 405, "<html><body>nginx</body></html>"),
  REQUEST_TIMEOUT(50, Kind.ANSWERED, 408, ""),
  CONFLICT(30, Kind.ANSWERED, 409, error("Conflict")),
  PAYLOAD_TOO_LARGE(15, Kind.ANSWERED, 413, "<html><body>nginx</body></html>"),
  UNSUPPORTED_MEDIA_TYPE(15, Kind.ANSWERED, 415, error("UnsupportedMediaType")),
  UNPROCESSABLE(30, Kind.ANSWERED, 422, error("InvalidParameter")),
  TOO_MANY_REQUESTS(300, Kind.ANSWERED, 429, error("RateLimitExceeded"), retryAfter(0)),
  QUOTA_USED_UP(25, Kind.ANSWERED, 429, error("QuotaExceeded")),
  SERVER_ERROR(200, Kind.ANSWERED, 500, error("InternalServiceError")),
  BAD_GATEWAY(100, Kind.ANSWERED, 502, "<html><body>Bad Gateway</body></html>"),
  UNAVAILABLE(200, Kind.ANSWERED, 503, error("ServiceUnavailable"), retryAfter(0)),
  UNAVAILABLE_FOR_A_SECOND(4, Kind.ANSWERED, 503, error("ServiceUnavailable"), retryAfter(1)),
  UNAVAILABLE_AND_TRUNCATED(100, Kind.ANSWERED, 503, "<html>", closing(Reply::truncated)),
  GATEWAY_TIMEOUT(50, Kind.ANSWERED, 504, "");

  /** What arrives of it. */
  enum Kind {
    /** The reply, or what the fault puts in its place, so that it can be understood. */
    ANSWERED,
    /** A success that makes no sense, or no HTTP at all. */
    UNREADABLE,
    /** Less than can be understood. */
    LOST
  }

  /** Sends a reply. It closes the connection if that is not to serve the next request. */
  @FunctionalInterface
  interface Delivery {
    void deliver(ScriptedConnection connection, Reply reply) throws IOException;
  }

  private static final int ALL_WEIGHTS =
      Arrays.stream(values()).mapToInt(fault -> fault.weight).sum();

  private final int weight;
  private final Kind kind;
  private final int status;
  private final String body;
  private final Delivery delivery;

  /** The reply arrives as it should be, in one way or another. */
  Fault(int weight, Delivery delivery) {
    this(weight, Kind.ANSWERED, delivery);
  }

  Fault(int weight, Kind kind, Delivery delivery) {
    this(weight, kind, 0, "", delivery);
  }

  Fault(int weight, Kind kind, int status, String body) {
    this(weight, kind, status, body, writing(Reply::whole));
  }

  /**
   * Something else takes the place of the reply.
   *
   * @param status 0 if it cannot be read
   */
  Fault(int weight, Kind kind, int status, String body, Delivery delivery) {
    this.weight = weight;
    this.kind = kind;
    this.status = status;
    this.body = body;
    this.delivery = delivery;
  }

  static Fault draw(SplittableRandom random) {
    int rest = random.nextInt(ALL_WEIGHTS);
    for (Fault fault : values()) {
      rest -= fault.weight;
      if (rest < 0) {
        return fault;
      }
    }
    throw new IllegalStateException("the weights do not add up");
  }

  Kind kind() {
    return kind;
  }

  /** Whether the server says something else than it would have to. */
  boolean takesThePlaceOfTheReply() {
    return status != 0 || kind == Kind.UNREADABLE;
  }

  /** The status of what takes the place of the reply; 0 if nothing does, or it cannot be read. */
  int status() {
    return status;
  }

  String body() {
    return body;
  }

  Delivery delivery() {
    return delivery;
  }

  /** Whether it leaves open what was done before; the API's own 503 does not. */
  boolean isServerError() {
    return status >= 500 && this != UNAVAILABLE && this != UNAVAILABLE_FOR_A_SECOND;
  }

  /** Whether the server does what was asked: true, false, or drawn. */
  boolean letsWork(SplittableRandom random) {
    boolean open = kind != Kind.ANSWERED || isServerError();
    return open ? random.nextBoolean() : !takesThePlaceOfTheReply() && this != DENIES;
  }

  private static Delivery writing(Function<Reply, String> text) {
    return (connection, reply) -> connection.write(text.apply(reply));
  }

  private static Delivery closing(Function<Reply, String> text) {
    return (connection, reply) -> {
      connection.write(text.apply(reply));
      connection.close();
    };
  }

  private static Delivery resetting(Function<Reply, String> text) {
    return (connection, reply) -> {
      connection.write(text.apply(reply));
      connection.reset();
    };
  }

  private static Delivery hanging(Function<Reply, String> text) {
    return (connection, reply) -> {
      connection.write(text.apply(reply));
      connection.awaitHangUp();
      connection.close();
    };
  }

  /** Writes until the client hangs up, which is an exception. */
  private static Delivery endless(String start, String text) {
    return (connection, reply) -> {
      connection.write(reply.head() + start);
      while (true) {
        connection.write(text.repeat(8 * 1024));
      }
    };
  }

  private static Delivery redirecting() {
    return writing(reply -> reply.with("Location: http://127.0.0.1:1/\r\n"));
  }

  private static Delivery retryAfter(int seconds) {
    return writing(reply -> reply.with("Retry-After: " + seconds + "\r\n"));
  }

  private static void late(ScriptedConnection connection, Reply reply) throws IOException {
    connection.pause();
    connection.pause();
    connection.write(reply.whole());
  }

  private static void byteByByte(ScriptedConnection connection, Reply reply) throws IOException {
    for (char each : reply.whole().toCharArray()) {
      connection.write(String.valueOf(each));
    }
  }

  private static void resetNext(ScriptedConnection connection, Reply reply) throws IOException {
    connection.write(reply.whole());
    Request.read(connection);
    connection.reset();
  }

  private static String error(String code) {
    return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"as it was drawn\"}}";
  }
}
