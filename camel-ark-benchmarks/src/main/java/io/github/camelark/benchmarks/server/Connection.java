// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One connection, on which one request without a body comes after the other's answer. Used by one
 * thread.
 */
final class Connection {

  private static final int LONGEST_HEAD = 16 * 1024;
  private static final int END_OF_HEAD = 0x0d0a0d0a;

  private final SelectionKey key;
  private final SocketChannel channel;
  private final ByteBuffer in = ByteBuffer.allocate(LONGEST_HEAD);
  private ByteBuffer out = ByteBuffer.allocate(0);

  Connection(SelectionKey key) {
    this.key = key;
    this.channel = (SocketChannel) key.channel();
  }

  /** The request line, null if the request is not here to its end, or there is none. */
  @Nullable String read() throws IOException {
    if (channel.read(in) < 0) {
      close();
      return null;
    }
    int size = in.position();
    if (size < 4 || in.getInt(size - 4) != END_OF_HEAD) {
      return null;
    }
    byte[] head = in.array();
    int end = 0;
    while (head[end] != '\r') {
      end++;
    }
    in.clear();
    return new String(head, 0, end, StandardCharsets.ISO_8859_1);
  }

  void send(byte[] response) throws IOException {
    out = ByteBuffer.wrap(response);
    write();
  }

  /** Writes as much as the other side takes. */
  void write() throws IOException {
    if (key.isValid()) {
      channel.write(out);
      key.interestOps(out.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }
  }

  void close() throws IOException {
    channel.close();
  }
}
