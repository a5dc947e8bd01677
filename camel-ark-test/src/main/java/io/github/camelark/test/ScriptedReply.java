// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A reply of a {@link ScriptedServer}, and when it is given. Immutable. */
public final class ScriptedReply {

  private final Predicate<ApiRequest> condition;
  private final int status;
  private final List<String> headers;
  private final byte[] body;
  private final ScriptedConnection.@Nullable Handler handler;

  private ScriptedReply(
      Predicate<ApiRequest> condition,
      int status,
      List<String> headers,
      byte[] body,
      ScriptedConnection.@Nullable Handler handler) {
    this.condition = condition;
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.handler = handler;
  }

  /**
   * Returns a reply to any request.
   *
   * @param status 200 to 599
   */
  public static ScriptedReply of(int status, String body) {
    return of(status, body.getBytes(UTF_8));
  }

  /** Returns a reply with these bytes as its body, for example compressed ones. */
  public static ScriptedReply of(int status, byte[] body) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("not the status of a reply: " + status);
    }
    return new ScriptedReply(request -> true, status, List.of(), body.clone(), null);
  }

  /**
   * Returns these bytes as a reply, whether or not they are HTTP; then the connection is closed.
   * Without bytes it closes without a reply.
   */
  public static ScriptedReply raw(byte[] bytes) {
    byte[] copy = bytes.clone();
    return new ScriptedReply(
        request -> true,
        0,
        List.of(),
        copy,
        connection -> {
          connection.write(copy);
          connection.close();
        });
  }

  /** Returns this text in UTF-8 as {@link #raw(byte[])} returns bytes. */
  public static ScriptedReply raw(String text) {
    return raw(text.getBytes(UTF_8));
  }

  /**
   * Returns a reply that a handler writes, which may wait, drip or reset the connection. The
   * connection is kept for the next request unless the handler closes it. The handler is called for
   * each request that gets this reply, by the thread of its connection.
   *
   * <pre>{@code
   * ScriptedReply.by(ScriptedConnection::awaitHangUp) // never answers
   * }</pre>
   */
  public static ScriptedReply by(ScriptedConnection.Handler handler) {
    requireNonNull(handler, "handler");
    return new ScriptedReply(request -> true, 0, List.of(), new byte[0], handler);
  }

  /**
   * Reads the {@code replies} of a script: a JSON object, whose other members are ignored.
   *
   * <pre>{@code
   * {"replies": [
   *   {"when": "GET", "status": 200, "body": "{\"object\":\"list\",\"data\":[]}"},
   *   {"when": "DELETE", "status": 502, "headers": ["Content-Type: text/html"], "body": "oh"}
   * ]}
   * }</pre>
   *
   * Each has a {@code status}, {@code headers} if any, and its {@code body} as text or {@code
   * body_b64} as bytes; or only {@code raw} or {@code raw_b64}. {@code when} is {@code *} if
   * absent.
   *
   * @throws IllegalArgumentException if it is not such a script; the message says where
   */
  public static List<ScriptedReply> read(Path script) throws IOException {
    return parse(Files.readString(script));
  }

  /** Reads a script as {@link #read} does, from text. */
  public static List<ScriptedReply> parse(String script) {
    return ScriptText.replies(script);
  }

  /** Returns the reply with a further header, which does not replace others of its name. */
  public ScriptedReply withHeader(String name, String value) {
    return withHeaderLine(name + ": " + value);
  }

  ScriptedReply withHeaderLine(String line) {
    List<String> more = new ArrayList<>(headers);
    more.add(requireNonNull(line, "line"));
    return new ScriptedReply(condition, status, List.copyOf(more), body, handler);
  }

  /**
   * Returns the reply for requests of this kind only: {@code *} or a method, then words that must
   * all match. {@code /files/f1} is a part of the path; {@code after=f1} a query parameter, {@code
   * after} one with any value, {@code without after} its absence.
   *
   * @param words for example {@code GET without after}
   */
  public ScriptedReply when(String words) {
    return new ScriptedReply(RequestCondition.of(words), status, headers, body, handler);
  }

  boolean fits(ApiRequest request) {
    return condition.test(request);
  }

  int status() {
    return status;
  }

  ScriptedConnection.@Nullable Handler handler() {
    return handler;
  }

  byte[] body() {
    return body.clone();
  }

  List<String> headers() {
    return headers;
  }

  /** Returns the first value of a header; null if there is none. */
  @Nullable String header(String name) {
    return headers.stream()
        .map(line -> line.split(":", 2))
        .filter(line -> line.length == 2 && line[0].trim().equalsIgnoreCase(name))
        .map(line -> line[1].trim())
        .findFirst()
        .orElse(null);
  }
}
