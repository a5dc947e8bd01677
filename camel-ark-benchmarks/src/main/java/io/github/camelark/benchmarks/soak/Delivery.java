// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

import java.io.IOException;

/** Puts an answer on the wire, as well as the fault allows. */
final class Delivery {

  private static final int LATE_MILLIS = 20;

  private final Connection connection;
  private final Fault fault;
  private final SoakReply answer;
  private final String start;
  private final String sized;
  private final String whole;

  Delivery(Connection connection, Turn turn) {
    this.connection = connection;
    this.fault = turn.fault();
    this.answer = turn.answer();
    this.start =
        "HTTP/1.1 %d Drawn\r\nContent-Type: application/json\r\nx-request-id: %s\r\n"
            .formatted(answer.status(), turn.requestId());
    this.sized = start + "Content-Length: " + answer.body().length() + "\r\n";
    this.whole = sized + "\r\n" + answer.body();
  }

  /** Whether the connection serves the next request too. */
  boolean deliver() throws IOException {
    return fault.kind() == Fault.Kind.LOST ? lose() : answer();
  }

  private boolean answer() throws IOException {
    switch (fault) {
      case ENDLESS_HEAD -> connection.writeForEver(start + "X: ", "x");
      case ENDLESS_BODY -> connection.writeForEver(success() + "Connection: close\r\n\r\n", " ");
      case ENDLESS_REFUSAL, ENDLESS_ERROR ->
          connection.writeForEver(start + "Connection: close\r\n\r\n", " ");
      case ANSWERS_LATE -> {
        connection.pause(LATE_MILLIS);
        connection.write(whole);
      }
      case ANSWERS_BYTE_BY_BYTE -> connection.writeByteByByte(whole);
      case ANSWERS_IN_CHUNKS -> connection.write(chunkedHead() + chunks() + "0\r\n\r\n");
      case ANSWERS_TWICE -> connection.write(whole + whole);
      case ANSWERS_WITHOUT_LENGTH -> connection.write(start + "\r\n" + answer.body());
      case SAYS_THAT_IT_CLOSES ->
          connection.write(sized + "Connection: close\r\n\r\n" + answer.body());
      case UNAVAILABLE_AND_CUT -> connection.write(start + "Content-Length: 1000\r\n\r\n<html>");
      case GIBBERISH -> connection.write(fault.body());
      case REDIRECT_301, REDIRECT_302, REDIRECT_307, REDIRECT_308 ->
          connection.write(sized + "Location: http://127.0.0.1:1/\r\n\r\n");
      case TOO_MANY_REQUESTS, UNAVAILABLE ->
          connection.write(sized + "Retry-After: 0\r\n\r\n" + answer.body());
      case UNAVAILABLE_FOR_A_SECOND ->
          connection.write(sized + "Retry-After: 1\r\n\r\n" + answer.body());
      default -> connection.write(whole);
    }
    return switch (fault) {
      case ANSWERS_WITHOUT_LENGTH,
          SAYS_THAT_IT_CLOSES,
          CLOSES_AFTERWARDS,
          UNAVAILABLE_AND_CUT,
          GIBBERISH ->
          false;
      default -> true;
    };
  }

  private boolean lose() throws IOException {
    switch (fault) {
      case CLOSES_IN_A_HEADER -> connection.write(start + "X-He");
      case CLOSES_IN_THE_HEAD, RESETS_IN_THE_HEAD, HANGS_IN_THE_HEAD -> connection.write(start);
      case CLOSES_IN_THE_BODY, RESETS_IN_THE_BODY, HANGS_IN_THE_BODY ->
          connection.write(success() + "Content-Length: 1000\r\n\r\n{\"id\":");
      case CLOSES_IN_A_CHUNK -> connection.write(chunkedHead() + "100\r\n{\"id\":");
      case CLOSES_BETWEEN_CHUNKS -> connection.write(chunkedHead() + chunks());
      default -> {
        // not a word
      }
    }
    switch (fault) {
      case HANGS_BEFORE_THE_HEAD, HANGS_IN_THE_HEAD, HANGS_IN_THE_BODY -> connection.awaitHangUp();
      case RESETS_BEFORE_THE_HEAD, RESETS_IN_THE_HEAD, RESETS_IN_THE_BODY ->
          connection.resetWhenClosed();
      default -> {
        // closed is enough
      }
    }
    return false;
  }

  /** For what must not be understood: an error says all in its head, whatever its body. */
  private String success() {
    return start.replaceFirst(" [0-9]+ ", " 200 ");
  }

  private String chunkedHead() {
    return (fault.kind() == Fault.Kind.LOST ? success() : start)
        + "Transfer-Encoding: chunked\r\n\r\n";
  }

  private String chunks() {
    int half = answer.body().length() / 2;
    return chunk(answer.body().substring(0, half)) + chunk(answer.body().substring(half));
  }

  private static String chunk(String text) {
    return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
  }
}
