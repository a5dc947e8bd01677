// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.server;

import io.github.camelark.test.ScriptedConnection;
import io.github.camelark.test.ScriptedServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A process that answers as the Files API does, from memory. It prints its port to the standard
 * output, and ends when its standard input does, so that it never outlives its parent.
 */
public final class ApiServer {

  /** Hundreds of clients may connect at once. */
  private static final int BACKLOG = 1_000;

  private static final int LONGEST_HEAD = 16 * 1024;

  private ApiServer() {}

  /** Serves until the standard input ends. */
  public static void main(String[] arguments) throws IOException {
    Replies replies = new Replies();
    ServerSocket listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    try (ScriptedServer server =
        ScriptedServer.startRaw(listener, connection -> serve(connection, replies))) {
      System.out.println(server.port());
      while (System.in.read() >= 0) {
        // until the parent is gone
      }
    }
  }

  private static void serve(ScriptedConnection connection, Replies replies) throws IOException {
    InputStream in = connection.socket().getInputStream();
    byte[] head = new byte[LONGEST_HEAD];
    for (String line = requestLine(in, head); line != null; line = requestLine(in, head)) {
      connection.write(replies.to(line));
    }
  }

  /** Reads a request, which has no body; null if there is no more. */
  private static @Nullable String requestLine(InputStream in, byte[] head) throws IOException {
    int size = 0;
    while (size < 4 || head[size - 4] != '\r' || head[size - 2] != '\r') {
      int count = in.read(head, size, head.length - size);
      if (count < 0) {
        return null;
      }
      size += count;
    }
    int end = 0;
    while (head[end] != '\r') {
      end++;
    }
    return new String(head, 0, end, StandardCharsets.ISO_8859_1);
  }
}
