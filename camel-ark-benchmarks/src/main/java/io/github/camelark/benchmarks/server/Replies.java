// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.server;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Answers the calls of the Files API with one file for every id. The first part of the path may ask
 * for more: {@code /late-50/...} is answered after 50 ms, {@code /limit-20-name/...} accepts 20
 * requests per second, {@code /scan-1000-name/...} lists a thousand files, and {@code
 * /count/limit-20-name} returns how many requests were refused or listed since the last such
 * question. Thread-safe.
 */
final class Replies {

  private static final String API = "/api/v3/files";
  private static final String LATE = "late";
  private static final String LIMIT = "limit";
  private static final String SCAN = "scan";
  private static final String COUNT = "/count/";
  private static final String AFTER = "after=file-";

  private static final String FILE =
      "{\"object\":\"file\",\"id\":\"%s\",\"purpose\":\"user_data\",\"filename\":\"report.pdf\","
          + "\"bytes\":1048576,\"mime_type\":\"application/pdf\",\"created_at\":1700000000,"
          + "\"expire_at\":1700604800,\"status\":\"active\"}";

  private final byte[] page = ok(FilePages.after(0, 10 * FilePages.PAGE));
  private final byte[] tooMany =
      response(
          "429 Too Many Requests",
          bytes(
              "{\"error\":{\"code\":\"RateLimitExceeded\",\"message\":\"Too many requests.\","
                  + "\"type\":\"TooManyRequests\"}}"));
  private final Map<String, RateLimit> limits = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

  /** The reply to a request, once it is due. */
  byte[] to(String requestLine) {
    String target = requestLine.split(" ", 3)[1];
    if (target.startsWith(COUNT)) {
      return ok(bytes(String.valueOf(count(target.substring(COUNT.length())).getAndSet(0))));
    }
    int api = target.indexOf(API);
    if (api < 0) {
      return response("404 Not Found", bytes("{}"));
    }
    if (api == 0) {
      return plain(requestLine, target.substring(API.length()));
    }
    String behaviour = target.substring(1, api);
    String[] words = behaviour.split("-");
    int number = Integer.parseInt(words[1]);
    switch (words[0]) {
      case LATE -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(number));
      case LIMIT -> {
        if (!limits.computeIfAbsent(behaviour, key -> new RateLimit(number)).accepts()) {
          count(behaviour).incrementAndGet();
          return tooMany;
        }
      }
      case SCAN -> {
        count(behaviour).incrementAndGet();
        return ok(FilePages.after(after(target), number));
      }
      default -> throw new IllegalArgumentException(target);
    }
    return plain(requestLine, target.substring(api + API.length()));
  }

  private AtomicInteger count(String behaviour) {
    return counts.computeIfAbsent(behaviour, key -> new AtomicInteger());
  }

  private static int after(String target) {
    int after = target.indexOf(AFTER);
    if (after < 0) {
      return 0;
    }
    int end = target.indexOf('&', after);
    return Integer.parseInt(target, after + AFTER.length(), end < 0 ? target.length() : end, 10);
  }

  private byte[] plain(String requestLine, String path) {
    if (!path.startsWith("/")) {
      return page;
    }
    String id = path.substring(1);
    return ok(
        bytes(
            requestLine.startsWith("DELETE")
                ? "{\"id\":\"" + id + "\",\"object\":\"file\",\"deleted\":true}"
                : FILE.replace("%s", id)));
  }

  private static byte[] ok(byte[] body) {
    return response("200 OK", body);
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
    byte[] response = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, response, head.length, body.length);
    return response;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Accepts so many requests in any second, wherever that second begins: the strictest reading of a
   * limit.
   */
  private static final class RateLimit {

    private static final long SECOND = 1_000_000_000L;

    private final long[] accepted;
    private int oldest;

    RateLimit(int requestsPerSecond) {
      accepted = new long[requestsPerSecond];
      Arrays.fill(accepted, System.nanoTime() - SECOND);
    }

    synchronized boolean accepts() {
      long now = System.nanoTime();
      if (now - accepted[oldest] < SECOND) {
        return false;
      }
      accepted[oldest] = now;
      oldest = (oldest + 1) % accepted.length;
      return true;
    }
  }
}
