// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.soak;

import io.github.camelark.test.ScriptedConnection;
import java.io.IOException;

/**
 * What the server sends, and how.
 *
 * @param body in ASCII
 * @param requestId what the server calls the request
 */
record Reply(Fault fault, int status, String body, String requestId) {

  private static final String MISSING =
      "{\"error\":{\"code\":\"NotFound\",\"message\":\"there is no such thing\"}}";

  /**
   * The reply to a request, or what the fault puts in its place.
   *
   * @param found whether what is asked for is there
   */
  static Reply to(Request request, String requestId, Fault fault, boolean found) {
    if (fault.takesThePlaceOfTheReply()) {
      int status = fault.status() == 0 ? 200 : fault.status();
      return new Reply(fault, status, fault.body(), requestId);
    }
    // an error says everything in its head, so that it would not be lost without its body
    if (!found && fault.kind() != Fault.Kind.LOST) {
      return new Reply(fault, 404, MISSING, requestId);
    }
    if (request.delete() && fault == Fault.ANSWERS_WITHOUT_BODY) {
      return new Reply(fault, 204, "", requestId);
    }
    return new Reply(fault, 200, success(request, fault), requestId);
  }

  private static String success(Request request, Fault fault) {
    String key = request.key();
    if (request.delete()) {
      return "{\"id\":\"%s\",\"deleted\":%s}".formatted(key, fault != Fault.DENIES);
    }
    return request.isList()
        ? "{\"data\":[" + file(key + ".1") + "," + file(key + ".2") + "],\"has_more\":false}"
        : file(key);
  }

  private static String file(String id) {
    return ("{\"id\":\"%s\",\"filename\":\"a.txt\",\"bytes\":7,"
            + "\"created_at\":1700000000,\"status\":\"active\"}")
        .formatted(id);
  }

  void deliver(ScriptedConnection connection) throws IOException {
    fault.delivery().deliver(connection, this);
  }

  /** The head without the empty line and without a length. */
  String head() {
    return "HTTP/1.1 %d Drawn\r\nContent-Type: application/json\r\nx-request-id: %s\r\n"
        .formatted(status, requestId);
  }

  String whole() {
    return with("");
  }

  /** All of it, with further lines in its head. */
  String with(String headers) {
    return head() + "Content-Length: " + body.length() + "\r\n" + headers + "\r\n" + body;
  }

  /** The head, and of a thousand bytes the first few. */
  String truncated() {
    return head() + "Content-Length: 1000\r\n\r\n{\"id\":";
  }

  String chunkedHead() {
    return head() + "Transfer-Encoding: chunked\r\n\r\n";
  }

  /** All but the last chunk, which has no length. */
  String chunks() {
    int half = body.length() / 2;
    return chunkedHead() + chunk(body.substring(0, half)) + chunk(body.substring(half));
  }

  private static String chunk(String text) {
    return text.isEmpty() ? "" : Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
  }
}
