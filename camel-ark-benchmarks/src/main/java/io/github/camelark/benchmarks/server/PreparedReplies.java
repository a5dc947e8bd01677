// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.server;

import io.github.camelark.benchmarks.FilePages;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Answers the calls of the Files API with one file for every id. The first part of the path may ask
 * for more: {@code /late-50/...} is answered after 50 ms, {@code /limit-20-name/...} takes 20
 * requests per second, and {@code /refused/limit-20-name} tells how many it did not take. Used by
 * one thread.
 */
final class PreparedReplies {

  private static final String API = "/api/v3/files";
  private static final String LATE = "/late-";
  private static final String LIMIT = "/limit-";
  private static final String REFUSED = "/refused";
  private static final int PAGE = 100;

  private static final String FILE =
      "{\"object\":\"file\",\"id\":\"%s\",\"purpose\":\"user_data\",\"filename\":\"report.pdf\","
          + "\"bytes\":1048576,\"mime_type\":\"application/pdf\",\"created_at\":1700000000,"
          + "\"expire_at\":1700604800,\"status\":\"active\"}";

  private final byte[] page = response("200 OK", new FilePages(10 * PAGE).after(0, PAGE));
  private final byte[] tooMany =
      response(
          "429 Too Many Requests",
          bytes(
              "{\"error\":{\"code\":\"RateLimitExceeded\",\"message\":\"Too many requests.\","
                  + "\"type\":\"TooManyRequests\"}}"));
  private final byte[] notFound = response("404 Not Found", bytes("{}"));
  private final Map<String, RateLimit> limits = new HashMap<>();

  /** The answer to a request line. */
  PreparedReply to(String requestLine) {
    int target = requestLine.indexOf(' ') + 1;
    int api = requestLine.indexOf(API, target);
    if (requestLine.startsWith(REFUSED, target)) {
      return now(refused(requestLine.substring(target + REFUSED.length(), endOf(requestLine))));
    }
    if (api < 0) {
      return now(notFound);
    }
    byte[] response = response(requestLine, api + API.length());
    if (requestLine.startsWith(LATE, target)) {
      int millis = Integer.parseInt(requestLine, target + LATE.length(), api, 10);
      return new PreparedReply(response, millis * 1_000_000L);
    }
    boolean limited = requestLine.startsWith(LIMIT, target);
    boolean accepted =
        !limited || limit(requestLine.substring(target, api)).accepts(System.nanoTime());
    return now(accepted ? response : tooMany);
  }

  private byte[] response(String requestLine, int position) {
    if (requestLine.charAt(position) != '/') {
      return page;
    }
    String id = requestLine.substring(position + 1, endOf(requestLine));
    String json =
        requestLine.startsWith("DELETE")
            ? "{\"id\":\"" + id + "\",\"object\":\"file\",\"deleted\":true}"
            : FILE.replace("%s", id);
    return response("200 OK", bytes(json));
  }

  private byte[] refused(String prefix) {
    return response("200 OK", bytes(String.valueOf(limit(prefix).refused())));
  }

  private RateLimit limit(String prefix) {
    return limits.computeIfAbsent(
        prefix,
        key -> new RateLimit(Integer.parseInt(key.substring(LIMIT.length()).split("-")[0])));
  }

  private static PreparedReply now(byte[] response) {
    return new PreparedReply(response, 0);
  }

  private static int endOf(String requestLine) {
    return requestLine.lastIndexOf(' ');
  }

  private static byte[] response(String status, byte[] body) {
    byte[] head =
        bytes(
            "HTTP/1.1 "
                + status
                + "\r\nContent-Type: application/json\r\nDate: Fri, 20 Nov 2026 12:00:00 GMT"
                + "\r\nX-Request-Id: 0217636349412345678901234567890123456789\r\nContent-Length: "
                + body.length
                + "\r\n\r\n");
    byte[] response = new byte[head.length + body.length];
    System.arraycopy(head, 0, response, 0, head.length);
    System.arraycopy(body, 0, response, head.length, body.length);
    return response;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
