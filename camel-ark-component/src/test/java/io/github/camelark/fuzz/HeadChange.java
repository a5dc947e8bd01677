// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What can be wrong with the head of a reply, or rare. */
enum HeadChange implements Change.Kind<HttpReply> {
  OTHER_STATUS(
      (reply, where, how) ->
          reply.withStatusLine("HTTP/1.1 " + pick(OddHead.STATUSES, how) + " Status")),
  ODD_STATUS_LINE((reply, where, how) -> reply.withStatusLine(pick(OddHead.STATUS_LINES, how))),
  INFORMATION_FIRST(HeadChange::informationFirst),
  ODD_HEADER((reply, where, how) -> withHeader(reply, where, pick(OddHead.HEADERS, how))),
  WAIT((reply, where, how) -> withHeader(reply, 0, "Retry-After: " + pick(OddHead.TIMES, how))),
  DATE((reply, where, how) -> withHeader(reply, 0, "Date: " + pick(OddHead.TIMES, how))),
  DROP_HEADER(HeadChange::dropHeader),
  MANY_HEADERS(HeadChange::manyHeaders),
  LONG_HEADER(
      (reply, where, how) ->
          withHeader(reply, 0, pick(OddHead.NAMES, where) + ": " + "x".repeat(how % 40_000))),
  OTHER_FRAMING(
      (reply, where, how) -> reply.withFraming(Framing.values()[how % Framing.values().length]));

  private final Change.Kind<HttpReply> effect;

  HeadChange(Change.Kind<HttpReply> effect) {
    this.effect = effect;
  }

  @Override
  public HttpReply change(HttpReply reply, int where, int how) {
    return effect.change(reply, where, how);
  }

  private static HttpReply informationFirst(HttpReply reply, int where, int how) {
    String information = "HTTP/1.1 1%02d Wait\r\nX: y\r\n\r\n".formatted(where % 100);
    return reply.withStatusLine(information.repeat(1 + how % 3) + reply.statusLine());
  }

  private static HttpReply withHeader(HttpReply reply, int where, String header) {
    List<String> headers = new ArrayList<>(reply.headers());
    headers.add(where % (headers.size() + 1), header);
    return reply.withHeaders(headers);
  }

  private static HttpReply dropHeader(HttpReply reply, int where, int how) {
    List<String> headers = new ArrayList<>(reply.headers());
    if (!headers.isEmpty()) {
      headers.remove(where % headers.size());
    }
    return reply.withHeaders(headers);
  }

  private static HttpReply manyHeaders(HttpReply reply, int where, int how) {
    List<String> headers = new ArrayList<>(reply.headers());
    String header = headers.isEmpty() ? "X: y" : headers.get(where % headers.size());
    headers.addAll(Collections.nCopies(1 + how % 250, header));
    return reply.withHeaders(headers);
  }

  private static String pick(List<String> from, int how) {
    return from.get(how % from.size());
  }
}
