// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Requests out and replies in, read but not looked at: nothing can cost less. */
final class RawSocketCalls implements Calls {

  private final URI baseUrl;
  private final String headers;
  private final Sink sink;
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

  RawSocketCalls(String baseUrl, Sink sink) {
    this.baseUrl = URI.create(baseUrl);
    this.headers =
        " HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer none\r\nAccept: application/json\r\n\r\n"
            .formatted(this.baseUrl.getAuthority());
    this.sink = sink;
  }

  @Override
  public Object delete(String id) throws IOException {
    return call("DELETE ", "/files/" + id);
  }

  @Override
  public Object retrieve(String id) throws IOException {
    return call("GET ", "/files/" + id);
  }

  /** Finds the ids, so that there is something to hand out. */
  @Override
  public Object list() throws IOException {
    String body = call("GET ", "/files?limit=100");
    String mark = "\"id\":\"";
    for (int at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at)) {
      at += mark.length();
      sink.accept(body.substring(at, body.indexOf('"', at)));
    }
    return body;
  }

  private String call(String method, String target) throws IOException {
    Connection connection = idle.pollFirst();
    if (connection == null) {
      connection = new Connection(new Socket(baseUrl.getHost(), baseUrl.getPort()));
    }
    String body = connection.call(method + baseUrl.getPath() + target + headers);
    idle.addFirst(connection);
    return body;
  }

  @Override
  public void close() throws IOException {
    for (Connection connection : idle) {
      connection.socket.close();
    }
  }

  private static final class Connection {

    private static final String LENGTH = "Content-Length: ";

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[64 * 1024];

    Connection(Socket socket) throws IOException {
      this.socket = socket;
      socket.setTcpNoDelay(true);
      in = socket.getInputStream();
      out = socket.getOutputStream();
    }

    String call(String request) throws IOException {
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      int size = in.read(buffer);
      String head = new String(buffer, 0, size, StandardCharsets.ISO_8859_1);
      if (!head.startsWith("HTTP/1.1 200 ")) {
        throw new IOException(head);
      }
      int length = head.indexOf(LENGTH) + LENGTH.length();
      int end = head.indexOf("\r\n", length);
      int start = head.indexOf("\r\n\r\n", end) + 4;
      int wanted = start + Integer.parseInt(head, length, end, 10);
      in.readNBytes(buffer, size, wanted - size);
      return new String(buffer, start, wanted - start, StandardCharsets.ISO_8859_1);
    }
  }
}
