// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

/**
 * A process with a {@link FaultyServer}. It tells the server's address and the port for questions
 * on the standard output, and ends when its standard input does, so that it outlives nobody.
 *
 * <p>Questions come over one connection, a line each: the key of a call, for its record, or {@code
 * state}.
 */
public final class SoakServer {

  static final String STATE = "state";

  private final FaultyServer server;
  private final ComingFiles comingFiles;

  private SoakServer(FaultyServer server, ComingFiles comingFiles) {
    this.server = server;
    this.comingFiles = comingFiles;
  }

  /**
   * Serves.
   *
   * @param arguments the seed, how many connections a client may have, milliseconds until the next
   *     file comes, milliseconds that a file is there
   */
  public static void main(String[] arguments) throws Exception {
    long seed = Long.parseLong(arguments[0]);
    ComingFiles comingFiles =
        new ComingFiles(
            Duration.ofMillis(Long.parseLong(arguments[2])),
            Duration.ofMillis(Long.parseLong(arguments[3])),
            seed,
            Clock.systemUTC());
    try (FaultyServer server = new FaultyServer(seed, Integer.parseInt(arguments[1]), comingFiles);
        ServerSocket questions = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread answering =
          new Thread(() -> new SoakServer(server, comingFiles).answer(questions), "questions");
      answering.setDaemon(true);
      answering.start();
      System.out.println(server.baseUrl());
      System.out.println(questions.getLocalPort());
      while (System.in.read() >= 0) {
        // until whoever started this is gone
      }
    }
  }

  private void answer(ServerSocket questions) {
    try (Socket socket = questions.accept()) {
      socket.setTcpNoDelay(true);
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        socket.getOutputStream().write((answer(line) + "\n").getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      // whoever asked is gone
    }
  }

  private String answer(String question) {
    return question.equals(STATE)
        ? new ServerState(
                server.tooManyConnections(),
                server.account().size(),
                comingFiles.come(),
                comingFiles.gone())
            .toLine()
        : server.account().take(question).toLine();
  }
}
