// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.faults;

import static io.github.camelark.faults.Expected.fails;
import static io.github.camelark.faults.Expected.isLost;

import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.faults.FaultyService.Connection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * A server that refuses connections or never accepts one. It sees no request, so only the waits
 * between them tell the number of attempts. The deletion of a consumer does not get this far: its
 * list is requested from the same server.
 */
class NoConnectionTest extends FaultTestSupport {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "CONSUMER_DELETION")
  void isRetriedIfItIsRefused(Subject subject) throws Exception {
    try (Socket deaf = new Socket()) {
      // bound but not listening: no other process gets the port, and connections are refused
      deaf.bind(new InetSocketAddress(LOOPBACK, 0));

      int port = deaf.getLocalPort();

      Result result = driver.drive(subject, baseUrl(port), "", "file-1");

      isNeverSent().inAttempts(3).check(result);
      deaf.close();
      recovers(subject, new ServerSocket(port, 50, LOOPBACK), "");
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "CONSUMER_DELETION")
  void isRetriedIfItIsNotAcceptedInTime(Subject subject) throws Exception {
    try (FullServer server = new FullServer()) {
      Result result = driver.drive(subject, baseUrl(server.port()), IMPATIENT_TO_CONNECT, "file-1");

      isNeverSent().inAttempts(2).check(result);
      recovers(subject, server.listener, IMPATIENT_TO_CONNECT);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "CONSUMER_DELETION")
  void isLostIfTheSystemAcceptsItButTheServerNeverDoes(Subject subject) throws Exception {
    try (ServerSocket idle = new ServerSocket(0, 50, LOOPBACK)) {

      Result result = driver.drive(subject, baseUrl(idle.getLocalPort()), IMPATIENT, "file-1");

      isLost().inAttempts(2).check(result);
      recovers(subject, idle, IMPATIENT);
    }
  }

  /** As soon as a server listens at the same address. */
  private static void recovers(Subject subject, ServerSocket listener, String options)
      throws Exception {
    try (FaultyService honest = new FaultyService(time, listener)) {
      honest.beHonest("file-1", Connection.CLOSED_POLITELY);

      Result next = driveHonestly(subject, honest, options, "file-1");

      int attempts = isImpatient(options) ? 1 + next.sleeps().size() : 1;
      Expected.succeeds().inAttempts(attempts).check(next);
    }
  }

  private static Expected isNeverSent() {
    return fails(ArkUnavailableException.class).perhapsDone(false).saying("no connection");
  }

  private static String baseUrl(int port) {
    return "http://127.0.0.1:" + port;
  }

  /** A server that accepts no connection, and whose queue of waiting ones is full. */
  private static final class FullServer implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 1, LOOPBACK);
    private final List<Socket> waiting = new ArrayList<>();

    FullServer() throws IOException {
      try {
        while (true) {
          Socket socket = new Socket();
          waiting.add(socket);
          socket.connect(listener.getLocalSocketAddress(), 50);
        }
      } catch (SocketTimeoutException e) {
        // now it is full
      }
    }

    int port() {
      return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
      for (Socket socket : waiting) {
        socket.close();
      }
      listener.close();
    }
  }
}
