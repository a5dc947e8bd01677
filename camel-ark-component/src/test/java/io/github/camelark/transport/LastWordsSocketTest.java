// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a peer says before it hangs up on a client that still writes. */
@Timeout(60)
class LastWordsSocketTest {

  @Test
  void isReadAfterFailedWrites() throws Exception {
    try (LastWordsSocket socket = hungUpOn("no")) {

      writeTwice(socket);

      assertThat(socket.getInputStream().readNBytes(2)).asString().isEqualTo("no");
      assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void nothingIsAnException() throws Exception {
    try (LastWordsSocket socket = hungUpOn("")) {

      writeTwice(socket);

      assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketException.class);
    }
  }

  /** Hung up on with something unread, so that the peer's system resets the connection. */
  private static LastWordsSocket hungUpOn(String lastWords) throws IOException {
    LastWordsSocket socket = new LastWordsSocket();
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      socket.connect(new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort()));
      try (Socket peer = listener.accept()) {
        socket.getOutputStream().write("unread, read".getBytes(StandardCharsets.US_ASCII));
        peer.getInputStream().read();
        peer.getOutputStream().write(lastWords.getBytes(StandardCharsets.US_ASCII));
      }
    }
    return socket;
  }

  /** The first of them may still find the connection whole. */
  private static void writeTwice(Socket socket) throws IOException {
    socket.getOutputStream().write(1);
    socket.getOutputStream().write(2);
  }
}
