// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.tls;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The API of an account with one file, over whatever sockets it is given. It shows each request as
 * it came: a peer that is not trusted must not have seen any.
 */
final class ApiServer implements AutoCloseable {

  static final String FILE =
      "{\"id\":\"file-1\",\"object\":\"file\",\"filename\":\"a.txt\",\"purpose\":\"user_data\","
          + "\"bytes\":1,\"created_at\":1767225600,\"status\":\"active\"}";

  private final LoopbackServer server;
  private final List<HttpHead> heads = new CopyOnWriteArrayList<>();
  private final String statusLine;

  private ApiServer(ServerSocket listener, String statusLine) {
    this.statusLine = statusLine;
    this.server = LoopbackServer.start(listener, this::serve);
  }

  static ApiServer plain() throws IOException {
    return start(LoopbackServer.listen());
  }

  static ApiServer start(ServerSocket listener) {
    return new ApiServer(listener, "HTTP/1.1 200 OK");
  }

  /** Answers every request with 401, as if it wanted a password. */
  static ApiServer askingForAPassword(ServerSocket listener) {
    return new ApiServer(
        listener, "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"service\"");
  }

  int port() {
    return server.port();
  }

  int connections() {
    return server.connections();
  }

  List<HttpHead> heads() {
    return heads;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve(Socket socket) throws IOException {
    HttpHead head = HttpHead.read(socket.getInputStream());
    while (head != null) {
      heads.add(head);
      byte[] body = answer(head).getBytes(StandardCharsets.UTF_8);
      String reply =
          statusLine
              + "\r\nContent-Type: application/json\r\nContent-Length: "
              + body.length
              + "\r\n\r\n"
              + new String(body, StandardCharsets.UTF_8);
      socket.getOutputStream().write(reply.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      head = HttpHead.read(socket.getInputStream());
    }
  }

  private static String answer(HttpHead head) {
    String id = head.target().replaceFirst(".*/", "");
    if (head.method().equals("DELETE")) {
      return "{\"id\":\"" + id + "\",\"deleted\":true}";
    }
    return id.equals("file-1") ? FILE : "{\"data\":[" + FILE + "],\"has_more\":false}";
  }
}
