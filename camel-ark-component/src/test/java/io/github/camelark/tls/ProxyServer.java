// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * A proxy as RFC 9110 has it: it forwards requests for http addresses and makes tunnels to https
 * ones, and keeps whatever passes by. It may want a password.
 */
final class ProxyServer implements AutoCloseable {

  private static final String BASIC = "Basic realm=\"proxy\"";

  private final LoopbackServer server;
  private final Predicate<HttpHead> allows;
  private final List<String> challenges;
  private final List<HttpHead> heads = new CopyOnWriteArrayList<>();
  private final ByteArrayOutputStream tunnelled = new ByteArrayOutputStream();

  private ProxyServer(ServerSocket listener, Predicate<HttpHead> allows, List<String> challenges) {
    this.allows = allows;
    this.challenges = challenges;
    this.server = LoopbackServer.start(listener, this::serve);
  }

  static ProxyServer open() throws IOException {
    return open(LoopbackServer.listen());
  }

  static ProxyServer open(ServerSocket listener) {
    return new ProxyServer(listener, head -> true, List.of());
  }

  static ProxyServer demanding(String user, String password) throws IOException {
    return new ProxyServer(
        LoopbackServer.listen(), head -> isBasic(head, user, password), List.of(BASIC));
  }

  /** Offers Basic and Digest and takes either. */
  static ProxyServer takingDigest(String user, String password) throws IOException {
    Digest digest = new Digest(user, password);
    return new ProxyServer(
        LoopbackServer.listen(),
        head -> isBasic(head, user, password) || digest.isProvenBy(head),
        List.of(BASIC, digest.challenge()));
  }

  /** Offers Basic and Digest (RFC 7616) and is content with neither. */
  static ProxyServer refusing() throws IOException {
    return new ProxyServer(
        LoopbackServer.listen(), head -> false, List.of(BASIC, new Digest("", "").challenge()));
  }

  /** What Basic authentication makes of a user and a password (RFC 7617). */
  static String basic(String user, String password) {
    byte[] bytes = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  private static boolean isBasic(HttpHead head, String user, String password) {
    return basic(user, password).equals(head.header("Proxy-Authorization"));
  }

  int port() {
    return server.port();
  }

  int connections() {
    return server.connections();
  }

  /** The requests to the proxy itself. */
  List<HttpHead> heads() {
    return heads;
  }

  /** All that has passed through tunnels, from and to the client. */
  String tunnelled() {
    return tunnelled.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve(Socket client) throws IOException {
    HttpHead head = HttpHead.read(client.getInputStream());
    while (head != null && !isAllowed(head)) {
      write(client.getOutputStream(), challenge());
      head = HttpHead.read(client.getInputStream());
    }
    if (head == null) {
      return;
    }
    if (head.method().equals("CONNECT")) {
      tunnel(client, URI.create("https://" + head.target()));
    } else {
      forward(client, head, URI.create(head.target()));
    }
  }

  private boolean isAllowed(HttpHead head) {
    heads.add(head);
    return allows.test(head);
  }

  private String challenge() {
    StringBuilder reply = new StringBuilder("HTTP/1.1 407 Proxy Authentication Required\r\n");
    challenges.forEach(text -> reply.append("Proxy-Authenticate: ").append(text).append("\r\n"));
    return reply + "Content-Length: 0\r\n\r\n";
  }

  private void tunnel(Socket client, URI target) throws IOException {
    try (Socket service = new Socket(target.getHost(), target.getPort())) {
      write(client.getOutputStream(), "HTTP/1.1 200 Connection established\r\n\r\n");
      LoopbackServer.startThread(() -> pump(service, client));
      pump(client, service);
    }
  }

  /** Passes on what comes until one of the two hangs up, and hangs up on both. */
  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[8 * 1024];
    try (from;
        to) {
      int read = from.getInputStream().read(buffer);
      while (read >= 0) {
        tunnelled.write(buffer, 0, read);
        to.getOutputStream().write(buffer, 0, read);
        to.getOutputStream().flush();
        read = from.getInputStream().read(buffer);
      }
    } catch (IOException e) {
      // one of the two has hung up
    }
  }

  private static void forward(Socket client, HttpHead head, URI target) throws IOException {
    try (Socket service = new Socket(target.getHost(), target.getPort())) {
      StringBuilder request =
          new StringBuilder(head.method() + " " + target.getRawPath() + " HTTP/1.1\r\n");
      head.lines().stream()
          .skip(1)
          .filter(line -> !line.toLowerCase(Locale.ROOT).startsWith("proxy-"))
          .forEach(line -> request.append(line).append("\r\n"));
      write(service.getOutputStream(), request + "\r\n");
      service.shutdownOutput();
      InputStream reply = service.getInputStream();
      reply.transferTo(client.getOutputStream());
    }
  }

  private static void write(OutputStream stream, String text) throws IOException {
    stream.write(text.getBytes(StandardCharsets.ISO_8859_1));
    stream.flush();
  }
}
