// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.model.ArkDeletion;
import io.github.camelark.support.ArkTestSupport;
import io.github.camelark.test.ScriptedConnection;
import io.github.camelark.test.ScriptedReply;
import io.github.camelark.test.ScriptedServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection is used again only after a reply that was the answer to its request. */
@Timeout(60)
class KeptConnectionTest extends ArkTestSupport {

  private static final Pattern ID = Pattern.compile("/files/(\\S+) HTTP");
  private static final String NOT_FOUND =
      reply(
          "404 Not Found",
          "{\"error\":{\"code\":\"NotFound\",\"message\":\"The file was not found.\"}}");

  /** The connections on which requests came, in the order of the requests. */
  private final List<ScriptedConnection> connections = new ArrayList<>();

  @Test
  void duplicateReplySpoilsOneCall() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(ScriptedReply.by(this::sendTheFirstReplyTwice))) {
      List<Object> outcomes = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        outcomes.add(delete(server, "file-" + i));
      }

      assertThat(outcomes.get(1)).isEqualTo(ArkProtocolException.class);
      assertThat(outcomes)
          .hasSize(40)
          .filteredOn(outcome -> outcome != ArkDeletion.Outcome.DELETED)
          .hasSize(1);
    }
  }

  @Test
  void duplicateNotFoundSpoilsOneCall() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    try (ScriptedServer server =
        ScriptedServer.start(
            ScriptedReply.by(
                connection -> {
                  int request = requests.incrementAndGet();
                  connection.write(request == 1 ? missing(id(connection.head())) : "");
                  if (request == 2 && connections.contains(connection)) {
                    connection.write(missing("file-1"));
                  }
                  connections.add(connection);
                  connection.write(request == 1 ? "" : deleted(id(connection.head())));
                }))) {
      String options = "maxRetries=0&ignoreMissing=true";

      assertThat(delete(server, "file-1", options)).isEqualTo(ArkDeletion.Outcome.ALREADY_GONE);
      assertThat(delete(server, "file-2", options)).isEqualTo(ArkProtocolException.class);
      assertThat(delete(server, "file-3", options)).isEqualTo(ArkDeletion.Outcome.DELETED);
    }
  }

  /** Replies come twice or late, and every outcome is still what the service did. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void duplicateAndLateRepliesCauseNoWrongOutcome(long seed) throws Exception {
    Stutterer service = new Stutterer(seed);
    try (ScriptedServer server = ScriptedServer.start(ScriptedReply.by(service))) {
      int unclear = 0;
      for (int i = 0; i < 300; i++) {
        Object outcome = delete(server, "file-" + i, "maxRetries=0&ignoreMissing=true");

        if (outcome instanceof ArkDeletion.Outcome) {
          assertThat(outcome).as("file-%s", i).isEqualTo(service.did.get("file-" + i));
        } else {
          unclear++;
        }
      }
      assertThat(unclear).isPositive().isLessThanOrEqualTo(service.faults);
    }
  }

  /** A gateway in front of a service: it sends some replies twice, or a 504 first. */
  private static final class Stutterer implements ScriptedConnection.Handler {

    private final Map<String, ArkDeletion.Outcome> did = new ConcurrentHashMap<>();
    private final Map<ScriptedConnection, String> late = new ConcurrentHashMap<>();
    private final Random random;
    private int faults;

    Stutterer(long seed) {
      random = new Random(seed);
    }

    @Override
    public synchronized void handle(ScriptedConnection connection) throws IOException {
      String id = id(connection.head());
      boolean isThere = random.nextInt(4) > 0;
      did.put(id, isThere ? ArkDeletion.Outcome.DELETED : ArkDeletion.Outcome.ALREADY_GONE);
      String reply = isThere ? deleted(id) : missing(id);
      connection.write(late.getOrDefault(connection, ""));
      late.remove(connection);
      int fault = random.nextInt(20);
      if (fault < 4) {
        faults++;
        late.put(connection, reply);
      }
      connection.write(fault == 0 ? reply("504 Gateway Timeout", "") : reply);
    }
  }

  @Test
  void replyMayArriveInAnyTwoPieces() throws Exception {
    AtomicInteger cut = new AtomicInteger();
    try (ScriptedServer server =
        ScriptedServer.start(
            ScriptedReply.by(
                connection -> {
                  connections.add(connection);
                  String reply = deleted(id(connection.head()));
                  connection.write(reply.substring(0, cut.get()));
                  connection.write(reply.substring(cut.get()));
                }))) {
      for (int i = 0; i < deleted("file-1").length(); i++) {
        cut.set(i);

        assertThat(delete(server, "file-1")).isEqualTo(ArkDeletion.Outcome.DELETED);
      }
      assertThat(connections).containsOnly(connections.get(0));
    }
  }

  private static String missing(String id) {
    return reply(
        "404 Not Found",
        "{\"error\":{\"code\":\"NotFound\",\"message\":\"There is no file %s.\"}}".formatted(id));
  }

  private void sendTheFirstReplyTwice(ScriptedConnection connection) throws IOException {
    if (!connections.isEmpty() && connections.get(0) == connection) {
      connection.write(deleted("file-0"));
    }
    connections.add(connection);
    connection.write(deleted(id(connection.head())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"500 Internal Server Error", "502 Bad Gateway", "504 Gateway Timeout", "408 Late"})
  void lateReplyAfterAnErrorIsDiscarded(String status) throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            ScriptedReply.by(
                connection -> {
                  boolean first = connections.isEmpty();
                  String late = connections.contains(connection) ? NOT_FOUND : "";
                  connections.add(connection);
                  connection.write(
                      first ? reply(status, "") : late + deleted(id(connection.head())));
                }))) {

      delete(server, "file-1");

      assertThat(delete(server, "file-2")).isEqualTo(ArkDeletion.Outcome.DELETED);
      assertThat(connections).hasSize(2).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "200 OK|{\"id\":\"file-other\",\"deleted\":true}",
        "200 OK|{\"id\":\"file-1\",\"deleted\":perhaps}",
        "200 OK|{\"id\":\"file-1\",\"error\":{\"message\":\"no\"}}",
        "200 OK|<html>Welcome</html>",
        "200 OK|{\"id\":\"file-1\"",
        "302 Found|{}",
        "304 Not Modified|",
        "404 Not Found|<html>default backend</html>",
        "400 Bad Request|what?",
        "501 Not Implemented|",
      })
  void isClosedAfterAReplyThatIsNotAnAnswer(String statusAndBody) throws Exception {
    String[] parts = statusAndBody.split("\\|", 2);
    String strange = reply(parts[0], parts[1]);

    assertThat(connectionsOfTwoDeletions(strange)).hasSize(2).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1 2OO OK\r\n\r\n", "SSH-2.0-OpenSSH_9.2\r\n\r\n"})
  void isClosedAfterAReplyThatIsNotHttp(String strange) throws Exception {
    assertThat(connectionsOfTwoDeletions(strange)).hasSize(2).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "200 OK|{\"id\":\"file-1\",\"deleted\":true}",
        "200 OK|{\"id\":\"file-1\",\"deleted\":false}",
        "200 OK|",
        "204 No Content|",
        "404 Not Found|{\"error\":{\"code\":\"NotFound\",\"message\":\"no such file file-1\"}}",
        "401 Unauthorized|{\"error\":{\"code\":\"AuthenticationError\",\"message\":\"no\"}}",
        "429 Too Many Requests|",
        "503 Service Unavailable|",
      })
  void isKeptAfterAnAnswer(String statusAndBody) throws Exception {
    String[] parts = statusAndBody.split("\\|", 2);

    List<ScriptedConnection> used = connectionsOfTwoDeletions(reply(parts[0], parts[1]));

    assertThat(used.get(1)).isSameAs(used.get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SSH-2.0-OpenSSH_9.2\r\n", "<html>", "\r\n\r\n<html>", "{}", "h"})
  void gibberishFailsAlikeOnNewAndKeptConnections(String gibberish) throws Exception {
    for (int sound = 0; sound <= 2; sound++) {
      int before = sound;
      connections.clear();
      try (ScriptedServer server =
          ScriptedServer.start(
              ScriptedReply.by(
                  connection -> {
                    connections.add(connection);
                    if (connections.size() <= before) {
                      connection.write(deleted(id(connection.head())));
                    } else {
                      connection.write(gibberish);
                      connection.close();
                    }
                  }))) {
        for (int i = 0; i < before; i++) {
          assertThat(delete(server, "file-" + i)).isEqualTo(ArkDeletion.Outcome.DELETED);
        }

        assertThat(delete(server, "file-9", "maxRetries=2")).isEqualTo(ArkProtocolException.class);
        assertThat(connections).as("no retry").hasSize(before + 1);
      }
    }
  }

  @Test
  void endlessInterimRepliesAreNotHttp() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            ScriptedReply.by(
                connection -> {
                  while (true) {
                    connection.write("HTTP/1.1 102 Processing\r\n\r\n");
                  }
                }))) {

      ArkException failure = failure(server, "file-1", "callTimeout=50s");

      assertThat(failure)
          .isExactlyInstanceOf(ArkProtocolException.class)
          .hasMessageContaining("interim replies");
    }
  }

  @Test
  void fewInterimRepliesAreSkipped() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            ScriptedReply.by(
                connection ->
                    connection.write(
                        "HTTP/1.1 102 Processing\r\n\r\n".repeat(20)
                            + deleted(id(connection.head())))))) {

      assertThat(delete(server, "file-1")).isEqualTo(ArkDeletion.Outcome.DELETED);
      assertThat(delete(server, "file-2")).isEqualTo(ArkDeletion.Outcome.DELETED);
    }
  }

  /** The first deletion is answered like that, the second one soundly. */
  private List<ScriptedConnection> connectionsOfTwoDeletions(String firstReply) throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(
            ScriptedReply.by(
                connection -> {
                  boolean first = connections.isEmpty();
                  connections.add(connection);
                  connection.write(first ? firstReply : deleted(id(connection.head())));
                }))) {
      delete(server, "file-1");

      assertThat(delete(server, "file-2")).isEqualTo(ArkDeletion.Outcome.DELETED);
      return connections;
    }
  }

  /** The outcome, or the class of the exception. */
  private Object delete(ScriptedServer server, String id) {
    return delete(server, id, "maxRetries=0");
  }

  private Object delete(ScriptedServer server, String id, String options) {
    Exchange exchange = send(uri(server, options), id, Map.of());
    return exchange.getException() == null
        ? exchange.getMessage().getBody(ArkDeletion.class).outcome()
        : exchange.getException().getClass();
  }

  private ArkException failure(ScriptedServer server, String id, String options) {
    return send(uri(server, options), id, Map.of()).getException(ArkException.class);
  }

  private static String uri(ScriptedServer server, String options) {
    return "ark:files?operation=delete&baseUrl=%s&apiKey=k&retryDelay=0&requestsPerSecond=0&%s"
        .formatted(server.baseUrl(), options);
  }

  private static String id(String head) {
    Matcher matcher = ID.matcher(head);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private static String deleted(String id) {
    return reply("200 OK", "{\"id\":\"" + id + "\",\"deleted\":true}");
  }

  private static String reply(String status, String body) {
    String length =
        status.startsWith("204") || status.startsWith("304")
            ? ""
            : "Content-Length: " + body.length() + "\r\n";
    return "HTTP/1.1 " + status + "\r\n" + length + "\r\n" + body;
  }
}
