// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import java.util.List;

/** Parts of heads that are rare, wrong or meant to deceive. */
final class OddHead {

  static final List<String> STATUSES =
      List.of(
          "200", "201", "202", "203", "204", "205", "206", "226", "299", "300", "301", "304", "307",
          "308", "399", "400", "401", "402", "403", "404", "405", "406", "407", "408", "409", "410",
          "411", "413", "414", "418", "421", "422", "424", "425", "426", "429", "431", "451", "499",
          "500", "501", "502", "503", "504", "505", "511", "520", "529", "599");

  static final List<String> STATUS_LINES =
      List.of(
          "HTTP/1.1 100 Continue",
          "HTTP/1.1 101 Switching Protocols",
          "HTTP/1.1 103 Early Hints",
          "HTTP/1.1 000 Nothing",
          "HTTP/1.1 0200 OK",
          "HTTP/1.1 +200 OK",
          "HTTP/1.1 -200 OK",
          "HTTP/1.1 20 OK",
          "HTTP/1.1 600 Beyond",
          "HTTP/1.1 999 Beyond",
          "HTTP/1.1 1000 Beyond",
          "HTTP/1.1 2147483648 Beyond",
          "HTTP/1.1 20x OK",
          "HTTP/1.1 200",
          "HTTP/1.1  200  OK",
          "HTTP/1.1\t200\tOK",
          "HTTP/1.1 200 \u0000\u001b[2J\u0085",
          "HTTP/1.1 404 " + Seed.KEY,
          "HTTP/1.0 200 OK",
          "HTTP/1.9 200 OK",
          "HTTP/2.0 200 OK",
          "HTTP/0.9 200 OK",
          "HTTP/99.99 200 OK",
          "HTTP/1 200 OK",
          "http/1.1 200 OK",
          "HTTP 200 OK",
          "ICY 200 OK",
          "HTTP/1.1 200 OK\r\nHTTP/1.1 200 OK",
          "\r\n\r\nHTTP/1.1 200 OK",
          "gibberish " + Seed.KEY,
          "");

  static final List<String> NAMES =
      List.of("X-Long", "X-Request-Id", "apim-request-id", "Retry-After", "Date", "Content-Type");

  static final List<String> HEADERS =
      List.of(
          "Content-Type: text/html; charset=utf-7",
          "Content-Type: application/json; charset=" + Seed.KEY,
          "Content-Type: ;;;",
          "Content-Encoding: gzip",
          "Content-Encoding: identity",
          "Content-Encoding: br, " + Seed.KEY,
          "Content-Range: bytes 0-1/2",
          "Content-Length: 0",
          "Content-Length: 18446744073709551616",
          "Content-Length: 1, 1",
          "Content-Length: " + Seed.KEY,
          "Content-Length:",
          "Transfer-Encoding: chunked",
          "Transfer-Encoding: identity",
          "Transfer-Encoding: \u000bchunked",
          "Transfer-Encoding: chunked, chunked",
          "Connection: close",
          "Connection: keep-alive, Upgrade",
          "Keep-Alive: timeout=-1, max=99999999999",
          "Keep-Alive: timeout=" + Long.MAX_VALUE,
          "Upgrade: h2c",
          "Trailer: Content-Length",
          "Set-Cookie: a=b; Domain=.; Max-Age=-9223372036854775809",
          "Set-Cookie: " + Seed.KEY,
          "Location: //" + Seed.KEY + "@127.0.0.1:9",
          "Location: \u0000",
          "WWW-Authenticate: Digest realm=\"x\", nonce=\"\", qop=\"auth",
          "WWW-Authenticate: Basic realm=\"" + Seed.KEY + "\"",
          "Proxy-Authenticate: NTLM",
          "Alt-Svc: h3=\":1\"",
          "X-Request-Id: " + Seed.KEY,
          "X-Request-Id: a\u001b[2J\u0085\u00e2\u0080\u00ae",
          "X-Request-Id:",
          "X-Request-Id: a\r\n folded\r\n\tand folded",
          "apim-request-id: " + "i".repeat(3_000),
          " folded: at once",
          "no colon here " + Seed.KEY,
          ": no name",
          "Na me : spaced",
          "X-\u0000: zero",
          "X-High: \u00ff\u00fe",
          "X-Return: a\rb",
          "X-Break: a\nContent-Length: 3",
          "Content-Length : 3");

  /** For {@code Retry-After} and {@code Date}. */
  static final List<String> TIMES =
      List.of(
          "0",
          "1",
          "59.9",
          "-1",
          "+5",
          "3600",
          "9223372036854775807",
          "1e308",
          "1e999",
          "-1e999",
          "0x1p3",
          "10f",
          "NaN",
          "Infinity",
          "+Infinity",
          "1, 2",
          "",
          "soon",
          "\u00b2",
          "\u0661",
          "7".repeat(5_000),
          "Fri, 02 Jan 2026 03:04:06 GMT",
          "Fri, 02 Jan 2026 03:04:06 +0000",
          "Fri, 02 Jan 2026 03:04:06 -9959",
          "Fri, 02 Jan 2026 03:04:06 UTC",
          "2 Jan 2026 03:04:06 GMT",
          "Thu, 02 Jan 2026 03:04:06 GMT",
          "Fri, 31 Dec 9999 23:59:59 GMT",
          "Sat, 01 Jan 0000 00:00:00 GMT",
          "Mon, 29 Feb 2026 00:00:00 GMT",
          "Fri, 02 Jan 2026 24:00:00 GMT",
          "Fri, 02 Jan 2026 03:04:60 GMT",
          "Friday, 02-Jan-26 03:04:06 GMT",
          "Fri Jan  2 03:04:06 2026",
          "2026-01-02T03:04:06Z",
          Seed.KEY);

  private OddHead() {}
}
