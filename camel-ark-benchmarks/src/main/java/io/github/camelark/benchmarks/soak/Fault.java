// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

import java.util.SplittableRandom;

/**
 * How the server treats one request. Each has a weight, by which it is drawn; the answer itself
 * follows from what is asked and what is there.
 */
enum Fault {
  NONE(4_596),
  ANSWERS_LATE(50),
  ANSWERS_BYTE_BY_BYTE(200),
  ANSWERS_IN_CHUNKS(500),
  ANSWERS_WITHOUT_LENGTH(100),
  ANSWERS_WITHOUT_BODY(100),
  SAYS_THAT_IT_CLOSES(200),
  CLOSES_AFTERWARDS(200),
  RESETS_THE_NEXT(150),
  ANSWERS_TWICE(200),
  DENIES(50),

  CLOSES_BEFORE_THE_HEAD(200, Kind.LOST),
  RESETS_BEFORE_THE_HEAD(200, Kind.LOST),
  CLOSES_IN_THE_HEAD(150, Kind.LOST),
  CLOSES_IN_A_HEADER(150, Kind.LOST),
  RESETS_IN_THE_HEAD(150, Kind.LOST),
  CLOSES_IN_THE_BODY(200, Kind.LOST),
  RESETS_IN_THE_BODY(150, Kind.LOST),
  CLOSES_IN_A_CHUNK(150, Kind.LOST),
  CLOSES_BETWEEN_CHUNKS(150, Kind.LOST),
  HANGS_BEFORE_THE_HEAD(4, Kind.LOST),
  HANGS_IN_THE_HEAD(4, Kind.LOST),
  HANGS_IN_THE_BODY(4, Kind.LOST),

  GIBBERISH(50, Kind.UNREADABLE, 0, "SSH-2.0-OpenSSH_9.6\r\n"),
  CUT_JSON(100, Kind.UNREADABLE, 200, "{\"id\":\"cut"),
  HTML(50, Kind.UNREADABLE, 200, "<html><body>Please log in</body></html>"),
  ERROR_IN_A_SUCCESS(50, Kind.UNREADABLE, 200, error("InternalError")),
  ANOTHER_ID(50, Kind.UNREADABLE, 200, "{\"id\":\"another\"}"),

  ENDLESS_HEAD(20, Kind.UNREADABLE, 0, ""),
  ENDLESS_BODY(20, Kind.UNREADABLE, 0, ""),
  ENDLESS_REFUSAL(20, Kind.ANSWERED, 400, ""),
  ENDLESS_ERROR(20, Kind.ANSWERED, 500, ""),

  REDIRECT_301(15, Kind.ANSWERED, 301, ""),
  REDIRECT_302(15, Kind.ANSWERED, 302, ""),
  REDIRECT_307(15, Kind.ANSWERED, 307, ""),
  REDIRECT_308(15, Kind.ANSWERED, 308, ""),
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
  TOO_MANY_REQUESTS(300, Kind.ANSWERED, 429, error("RateLimitExceeded")),
  QUOTA_USED_UP(25, Kind.ANSWERED, 429, error("QuotaExceeded")),
  SERVER_ERROR(200, Kind.ANSWERED, 500, error("InternalServiceError")),
  BAD_GATEWAY(100, Kind.ANSWERED, 502, "<html><body>Bad Gateway</body></html>"),
  UNAVAILABLE(200, Kind.ANSWERED, 503, error("ServiceUnavailable")),
  UNAVAILABLE_FOR_A_SECOND(4, Kind.ANSWERED, 503, error("ServiceUnavailable")),
  UNAVAILABLE_AND_CUT(100, Kind.ANSWERED, 503, "<html>"),
  GATEWAY_TIMEOUT(50, Kind.ANSWERED, 504, "");

  /** What arrives of it. */
  enum Kind {
    /** The answer, or that which the fault puts in its place, so that it can be understood. */
    ANSWERED,
    /** A success that makes no sense, or no HTTP at all. */
    UNREADABLE,
    /** Less than can be understood. */
    LOST
  }

  private static final int ALL_WEIGHTS = sumOfWeights();

  private final int weight;
  private final Kind kind;
  private final int status;
  private final String body;

  /** The answer arrives as it should be, in one way or another. */
  Fault(int weight) {
    this(weight, Kind.ANSWERED);
  }

  Fault(int weight, Kind kind) {
    this(weight, kind, 0, "");
  }

  /**
   * Something else takes the place of the answer.
   *
   * @param status 0 if it is no HTTP
   */
  Fault(int weight, Kind kind, int status, String body) {
    this.weight = weight;
    this.kind = kind;
    this.status = status;
    this.body = body;
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
  boolean takesThePlaceOfTheAnswer() {
    return status != 0 || kind == Kind.UNREADABLE;
  }

  /** The status of what takes the place of the answer; 0 if nothing does, or no HTTP. */
  int status() {
    return status;
  }

  String body() {
    return body;
  }

  /** Whether something failed that leaves open what was done before; the API's own 503 does not. */
  boolean isServerError() {
    return status >= 500 && this != UNAVAILABLE && this != UNAVAILABLE_FOR_A_SECOND;
  }

  /** Whether the server does what was asked: true, false, or drawn. */
  boolean letsWork(SplittableRandom random) {
    boolean open = kind != Kind.ANSWERED || isServerError();
    return open ? random.nextBoolean() : !takesThePlaceOfTheAnswer() && this != DENIES;
  }

  private static int sumOfWeights() {
    int sum = 0;
    for (Fault fault : values()) {
      sum += fault.weight;
    }
    return sum;
  }

  private static String error(String code) {
    return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"as it was drawn\"}}";
  }
}
