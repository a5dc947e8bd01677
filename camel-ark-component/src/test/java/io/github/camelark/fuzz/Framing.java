// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** How a reply says where its body ends, truly or not. */
enum Framing {
  LENGTH("Content-Length: %d"),
  CHUNKED("Transfer-Encoding: chunked"),
  TINY_CHUNKS("Transfer-Encoding: chunked"),
  DECORATED_CHUNKS("Transfer-Encoding: chunked"),
  ENDLESS_CHUNKS("Transfer-Encoding: chunked"),
  CUT_CHUNK("Transfer-Encoding: chunked"),
  HUGE_CHUNK("Transfer-Encoding: chunked"),
  UNTIL_CLOSED(),
  UNTIL_CLOSED_AS_ANNOUNCED("Connection: close"),
  LENGTH_TOO_LONG("Content-Length: %d9"),
  LENGTH_TOO_SHORT("Content-Length: 5"),
  LENGTH_ABSURD("Content-Length: 9223372036854775807"),
  LENGTH_NEGATIVE("Content-Length: -%d"),
  LENGTHS_THAT_DIFFER("Content-Length: %d", "Content-Length: 2"),
  LENGTH_AND_CHUNKED("Content-Length: %d", "Transfer-Encoding: chunked"),
  CHUNKED_BY_NAME_ONLY("Transfer-Encoding: chunked"),
  OTHER_ENCODING("Transfer-Encoding: gzip, chunked");

  private static final int TINY = 7;
  private static final int USUAL = 512;

  private final List<String> headers;

  Framing(String... headers) {
    this.headers = List.of(headers);
  }

  void announce(List<String> head, int bodyLength) {
    headers.forEach(header -> head.add(header.replace("%d", String.valueOf(bodyLength))));
  }

  byte[] write(byte[] body) {
    return switch (this) {
      case CHUNKED, LENGTH_AND_CHUNKED, OTHER_ENCODING -> chunks(body, USUAL, "", "0\r\n\r\n");
      case TINY_CHUNKS -> chunks(body, TINY, "", "0\r\n\r\n");
      case DECORATED_CHUNKS ->
          chunks(body, USUAL, " ;name=\"value\"", "000\r\nX-Trailer: " + Seed.KEY + "\r\n\r\n");
      case ENDLESS_CHUNKS -> chunks(body, USUAL, "", "");
      case CUT_CHUNK -> chunks(body, USUAL, "", "ff\r\nno");
      case HUGE_CHUNK -> chunks(body, USUAL, "", "7fffffffffffffff\r\nno");
      default -> body;
    };
  }

  private static byte[] chunks(byte[] body, int size, String extension, String end) {
    // so many chunks that a large body still has enough of them, and a reader enough to do
    int step = Math.max(size, body.length / 10_000);
    ByteArrayOutputStream chunked = new ByteArrayOutputStream(body.length + 64);
    for (int start = 0; start < body.length; start += step) {
      int length = Math.min(step, body.length - start);
      chunked.writeBytes(Bytes.latin1(Integer.toHexString(length) + extension + "\r\n"));
      chunked.write(body, start, length);
      chunked.writeBytes(Bytes.latin1("\r\n"));
    }
    chunked.writeBytes(Bytes.latin1(end));
    return chunked.toByteArray();
  }
}
