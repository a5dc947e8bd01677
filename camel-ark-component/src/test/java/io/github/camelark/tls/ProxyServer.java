// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.camelark.test.ScriptedConnection;
import io.github.camelark.test.ScriptedReply;
import io.github.camelark.test.ScriptedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A proxy as RFC 9110 has it: it forwards requests for http addresses and makes tunnels to https
 * ones, and keeps what passes by. It may demand a password. A script cannot do that: the replies
 * are those of the service behind it.
 */
final class ProxyServer implements AutoCloseable {

  private static final String BASIC = "Basic realm=\"proxy\"";

  private final ScriptedServer server;
  private final Predicate<HttpHead> allows;
  private final List<String> challenges;
  private final ByteArrayOutputStream tunnelled = new ByteArrayOutputStream();

  private ProxyServer(Predicate<HttpHead> allows, List<String> challenges) {
    this.allows = allows;
    this.challenges = challenges;
    this.server = ScriptedServer.start(ScriptedReply.by(this::serve));
  }

  private ProxyServer(ServerSocket listener) {
    this.allows = head -> true;
    this.challenges = List.of();
    this.server = ScriptedServer.start(listener, ScriptedReply.by(this::serve));
  }

  static ProxyServer open() {
    return new ProxyServer(head -> true, List.of());
  }

  static ProxyServer open(ServerSocket listener) {
    return new ProxyServer(listener);
  }

  static ProxyServer demanding(String user, String password) {
    return new ProxyServer(head -> isBasic(head, user, password), List.of(BASIC));
  }

  /** Offers Basic and Digest and takes either. */
  static ProxyServer takingDigest(String user, String password) {
    Digest digest = new Digest(user, password);
    return new ProxyServer(
        head -> isBasic(head, user, password) || digest.isProvenBy(head),
        List.of(BASIC, digest.challenge()));
  }

  /** Offers Basic and Digest (RFC 7616) and is content with neither. */
  static ProxyServer refusing() {
    return new ProxyServer(head -> false, List.of(BASIC, new Digest("", "").challenge()));
  }

  /** What Basic authentication makes of a user and a password (RFC 7617). */
  static String basic(String user, String password) {
    byte[] bytes = (user + ":" + password).getBytes(UTF_8);
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
    return HttpHead.of(server.heads());
  }

  /** All that has passed through tunnels, from and to the client. */
  String tunnelled() {
    return tunnelled.toString(ISO_8859_1);
  }

  @Override
  public void close() {
    server.close();
  }

  private void serve(ScriptedConnection client) throws IOException {
    HttpHead head = HttpHead.of(client.head());
    if (!allows.test(head)) {
      client.write(challenge());
    } else if (head.method().equals("CONNECT")) {
      tunnel(client, URI.create("https://" + head.target()));
    } else {
      forward(client, head, URI.create(head.target()));
    }
  }

  private String challenge() {
    StringBuilder reply = new StringBuilder("HTTP/1.1 407 Proxy Authentication Required\r\n");
    challenges.forEach(text -> reply.append("Proxy-Authenticate: ").append(text).append("\r\n"));
    return reply + "Content-Length: 0\r\n\r\n";
  }

  private void tunnel(ScriptedConnection client, URI target) throws IOException {
    try (Socket service = new Socket(target.getHost(), target.getPort())) {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      Thread back = new Thread(() -> pump(service, client.socket()), "proxy");
      back.setDaemon(true);
      back.start();
      pump(client.socket(), service);
    }
  }

  /** Forwards data until one of the two hangs up, then hangs up on both. */
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

  private static void forward(ScriptedConnection client, HttpHead head, URI target)
      throws IOException {
    try (Socket service = new Socket(target.getHost(), target.getPort())) {
      StringBuilder request =
          new StringBuilder(head.method() + " " + target.getRawPath() + " HTTP/1.1\r\n");
      head.lines().stream()
          .skip(1)
          .filter(line -> !line.toLowerCase(Locale.ROOT).startsWith("proxy-"))
          .forEach(line -> request.append(line).append("\r\n"));
      service.getOutputStream().write((request + "\r\n").getBytes(ISO_8859_1));
      service.shutdownOutput();
      client.write(service.getInputStream().readAllBytes());
      client.close();
    }
  }
}
