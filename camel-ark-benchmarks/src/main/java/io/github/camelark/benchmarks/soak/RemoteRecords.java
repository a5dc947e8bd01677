// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asks a {@link SoakServer}. Thread-safe. */
final class RemoteRecords implements Records, AutoCloseable {

  private final Socket socket;
  private final BufferedReader in;

  RemoteRecords(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
  }

  @Override
  public CallRecord take(String key) throws IOException {
    return CallRecord.fromLine(ask(key));
  }

  ServerState state() throws IOException {
    return ServerState.fromLine(ask(SoakServer.STATE));
  }

  private synchronized String ask(String question) throws IOException {
    socket.getOutputStream().write((question + "\n").getBytes(StandardCharsets.US_ASCII));
    String answer = in.readLine();
    if (answer == null) {
      throw new IOException("the server is gone");
    }
    return answer;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
