// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.tls;

import io.github.camelark.test.ScriptedConnection;
import io.github.camelark.test.ScriptedReply;
import io.github.camelark.test.ScriptedServer;
import java.io.IOException;
import java.net.ServerSocket;

/** The API of an account with one file, with or without TLS. */
final class OneFileApi {

  private static final String FILE =
      "{\"id\":\"file-1\",\"object\":\"file\",\"filename\":\"a.txt\",\"purpose\":\"user_data\","
          + "\"bytes\":1,\"created_at\":1767225600,\"status\":\"active\"}";

  private OneFileApi() {}

  static ScriptedServer plain() {
    return ScriptedServer.start(ScriptedReply.by(OneFileApi::answer));
  }

  static ScriptedServer start(ServerSocket listener) {
    return ScriptedServer.start(listener, ScriptedReply.by(OneFileApi::answer));
  }

  private static void answer(ScriptedConnection connection) throws IOException {
    String body = body(HttpHead.of(connection.head()));
    connection.write(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(body.length(), body));
  }

  private static String body(HttpHead head) {
    String id = head.target().replaceFirst(".*/", "");
    if (head.method().equals("DELETE")) {
      return "{\"id\":\"" + id + "\",\"deleted\":true}";
    }
    return id.equals("file-1") ? FILE : "{\"data\":[" + FILE + "],\"has_more\":false}";
  }
}
