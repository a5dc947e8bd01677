// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;

/** One request over a plain socket, for what an HTTP client would hide. */
final class RawConnection {

  private RawConnection() {}

  /** What came back, and whether the connection ended with a reset. */
  record Reply(String text, boolean reset) {

    String head() {
      return text.substring(0, text.indexOf("\r\n\r\n"));
    }

    String body() {
      return text.substring(text.indexOf("\r\n\r\n") + 4);
    }
  }

  /** Sends a request with the key of Ark and reads until the server ends the connection. */
  static Reply send(ArkSimulator simulator, String method, String path) throws IOException {
    return send(simulator, method, path, "");
  }

  /** Asks the server to end the connection after its answer. */
  static Reply sendLast(ArkSimulator simulator, String method, String path) throws IOException {
    return send(simulator, method, path, "Connection: close\r\n");
  }

  /** Sends headers that promise a body, and no body. */
  static Reply sendHead(ArkSimulator simulator, String method, String path, String headers)
      throws IOException {
    return send(simulator, method, path, headers);
  }

  private static Reply send(ArkSimulator simulator, String method, String path, String header)
      throws IOException {
    String head =
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
            + simulator.apiKey(SimulatedProvider.ARK)
            + "\r\n"
            + header
            + "\r\n";
    try (Socket socket = new Socket("127.0.0.1", simulator.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(head.getBytes(ISO_8859_1));
      return readAll(socket);
    }
  }

  private static Reply readAll(Socket socket) throws IOException {
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(received);
      return new Reply(received.toString(ISO_8859_1), false);
    } catch (SocketException reset) {
      return new Reply(received.toString(ISO_8859_1), true);
    }
  }
}
