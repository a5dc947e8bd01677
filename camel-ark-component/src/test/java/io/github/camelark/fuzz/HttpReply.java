// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * A reply in its parts, before it is written to the wire. Immutable.
 *
 * @param statusLine without the line break at its end, but it may hold some
 * @param headers a line each
 * @param framing how the reader is told where the body ends
 */
record HttpReply(String statusLine, List<String> headers, byte[] body, Framing framing) {

  byte[] toBytes() {
    List<String> head = new ArrayList<>(headers.size() + 3);
    head.add(statusLine);
    head.addAll(headers);
    framing.announce(head, body.length);
    return Bytes.concat(Bytes.latin1(String.join("\r\n", head) + "\r\n\r\n"), framing.write(body));
  }

  HttpReply withStatusLine(String newStatusLine) {
    return new HttpReply(newStatusLine, headers, body, framing);
  }

  HttpReply withHeaders(List<String> newHeaders) {
    return new HttpReply(statusLine, List.copyOf(newHeaders), body, framing);
  }

  HttpReply withBody(byte[] newBody) {
    return new HttpReply(statusLine, headers, newBody, framing);
  }

  HttpReply withFraming(Framing newFraming) {
    return new HttpReply(statusLine, headers, body, newFraming);
  }
}
