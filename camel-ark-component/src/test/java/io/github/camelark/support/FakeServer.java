// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The smallest HTTP server: answers everything with 200 and one body, and shows each request as it
 * came, keys included. For what the simulator hides or adds, and to stand in for a proxy.
 */
public final class FakeServer implements AutoCloseable {

  /**
   * One request.
   *
   * @param target what stands between method and version in its first line
   */
  public record Request(String method, String target, Map<String, String> headers) {

    public String header(String name) {
      return headers.get(name.toLowerCase(Locale.ROOT));
    }
  }

  private final ServerSocket socket;
  private final byte[] reply;
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  private FakeServer(String body) throws IOException {
    this.socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
            + "Content-Length: %d\r\n\r\n".formatted(content.length);
    this.reply = (head + body).getBytes(StandardCharsets.UTF_8);
    Thread thread = new Thread(this::serve, "fake-server");
    thread.setDaemon(true);
    thread.start();
  }

  public static FakeServer answering(String json) throws IOException {
    return new FakeServer(json);
  }

  public int port() {
    return socket.getLocalPort();
  }

  public String url() {
    return "http://127.0.0.1:" + port();
  }

  public List<Request> requests() {
    return requests;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void serve() {
    while (true) {
      try (Socket connection = socket.accept()) {
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        String firstLine = reader.readLine();
        if (firstLine != null) {
          requests.add(request(firstLine.split(" "), reader));
          connection.getOutputStream().write(reply);
          connection.getOutputStream().flush();
        }
      } catch (SocketException closed) {
        if (socket.isClosed()) {
          return;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static Request request(String[] firstLine, BufferedReader reader) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    for (String line = reader.readLine();
        line != null && !line.isEmpty();
        line = reader.readLine()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).trim());
    }
    return new Request(firstLine[0], firstLine[1], headers);
  }
}
