// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import java.util.List;

/**
 * A reply that a service could have sent, and what has been done to it. It looks the same each time
 * it is made.
 *
 * @param inBody changes after which its length is announced rightly
 * @param onWire changes of the finished bytes, announcements included
 */
public record SpoiltReply(
    Seed seed,
    List<Change<byte[]>> inBody,
    List<Change<HttpReply>> inHead,
    List<Change<byte[]>> onWire)
    implements Shown {

  /** Longer ones bring nothing new, only time. */
  private static final int MOST_BYTES = 2_000_000;

  /** Whether nothing was done to it. */
  boolean isSound() {
    return inBody.isEmpty() && inHead.isEmpty() && onWire.isEmpty();
  }

  /** The body alone. */
  public byte[] body() {
    byte[] body = seed.toReply().body();
    for (Change<byte[]> change : inBody) {
      body = body.length > MOST_BYTES ? body : PreSigned.onlyByName(change.apply(body));
    }
    return body;
  }

  /** All that goes over the wire. */
  public byte[] toBytes() {
    HttpReply reply =
        seed.toReply().withBody(onWire.isEmpty() ? body() : PreSigned.nowhere(body()));
    for (Change<HttpReply> change : inHead) {
      reply = change.apply(reply);
    }
    byte[] bytes = PreSigned.onlyByName(reply.toBytes());
    for (Change<byte[]> change : onWire) {
      bytes = change.apply(bytes);
    }
    return bytes;
  }

  @Override
  public String show() {
    return this + "\n    " + Bytes.show(toBytes());
  }

  @Override
  public String toString() {
    return seed + " body" + inBody + " head" + inHead + " wire" + onWire;
  }
}
