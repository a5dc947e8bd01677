// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkConstants;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.test.ScriptedConnection;
import io.github.camelark.test.ScriptedReply;
import io.github.camelark.test.ScriptedServer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Messages that want something else than the route does: either the request line names exactly the
 * resource that was asked for, or nothing is sent.
 */
class HostileMessageFuzzTest {

  private static final FuzzReport REPORT = new FuzzReport("Hostile messages");

  private static final String PREFIX = "/api/v3";

  /** Known attacks: path traversal, line breaks, double encoding, lookalike text. */
  private static final List<String> TRICKS =
      List.of(
          "..",
          "../",
          "..\\",
          "/",
          "//",
          "\\",
          "./",
          "%2e%2e",
          "%2F",
          "%252f",
          "%00",
          "%",
          "%%",
          "%u002e",
          "%c0%ae",
          "\r\n",
          "\r\nX-Evil: 1\r\n\r\n",
          "\n",
          "\r",
          "\t",
          "\0",
          " ",
          "?",
          "?after=x",
          "#",
          "&",
          "=",
          ";",
          ":",
          "@",
          "+",
          "*",
          "'",
          "\"",
          "<",
          "{}",
          "${body}",
          "#{1}",
          "{{x}}",
          "RAW(x)",
          "http://evil.example/",
          "file-1",
          "responses/resp_1",
          "file",
          "\u202e",
          "\u200b",
          "\ufeff",
          "\uff0e\uff0e\uff0f",
          "\u2028",
          "\u0085",
          "\u00a0",
          "é",
          "e\u0301",
          "文件",
          "😀",
          "\ud83d",
          "\ude00",
          "ſ",
          "İ",
          "x".repeat(100),
          "x".repeat(512));

  private static final List<String> METHODS = List.of("GET", "DELETE", "PUT", "POST");

  /** Of ours, and all that camel-http reads of a message or of the properties of its exchange. */
  private static final List<String> HEADERS =
      List.of(
          ArkConstants.OPERATION,
          ArkConstants.FILE_ID,
          ArkConstants.PURPOSE,
          ArkConstants.ORDER,
          ArkConstants.LIMIT,
          ArkConstants.AFTER,
          ArkConstants.RESPONSE_ID,
          Exchange.HTTP_URI,
          Exchange.HTTP_PATH,
          Exchange.HTTP_QUERY,
          Exchange.HTTP_RAW_QUERY,
          Exchange.HTTP_METHOD,
          Exchange.HTTP_BASE_URI,
          Exchange.HTTP_URL,
          Exchange.HTTP_HOST,
          Exchange.HTTP_SCHEME,
          Exchange.HTTP_PORT,
          Exchange.HTTP_PROTOCOL_VERSION,
          Exchange.HTTP_CHARACTER_ENCODING,
          Exchange.HTTP_CHUNKED,
          Exchange.HTTP_RESPONSE_CODE,
          Exchange.HTTP_RESPONSE_TEXT,
          Exchange.REST_HTTP_URI,
          Exchange.REST_HTTP_QUERY,
          Exchange.REST_OPENAPI,
          Exchange.OVERRULE_FILE_NAME,
          Exchange.CONTENT_TYPE,
          Exchange.CONTENT_ENCODING,
          Exchange.CONTENT_LENGTH,
          Exchange.TRANSFER_ENCODING,
          Exchange.AUTHENTICATION,
          Exchange.SKIP_GZIP_ENCODING,
          Exchange.SKIP_WWW_FORM_URLENCODED,
          Exchange.DISABLE_HTTP_STREAM_CACHE,
          "CamelHttpServletRequest",
          "CamelCookieHandler",
          "CamelDestinationOverrideUrl",
          "Host",
          "Authorization",
          "api-key",
          "Cookie",
          "X-Evil");

  private static final Set<String> SENT =
      Set.of(
          "host",
          "connection",
          "accept",
          "accept-encoding",
          "user-agent",
          "authorization",
          "x-client-request-id");

  private static final List<String> HEADS = new CopyOnWriteArrayList<>();

  private static ScriptedServer server;
  private static CamelContext context;
  private static String connection;

  @BeforeContainer
  static void start() throws Exception {
    server = ScriptedServer.start(ScriptedReply.by(HostileMessageFuzzTest::answer));
    context = new DefaultCamelContext();
    context.start();
    connection =
        "&maxRetries=0&requestsPerSecond=0&apiKey=fake-key&baseUrl=" + server.baseUrl() + PREFIX;
  }

  @AfterContainer
  static void stop() throws Throwable {
    REPORT.print();
    context.close();
    server.close();
    for (Way way : Way.values()) {
      REPORT.requireOutcomes(way.name(), "sent", "refused");
      REPORT.requireOutcomes(way.withHeaders(), "sent", "refused");
    }
  }

  /** Where an id comes from, and what is asked for by it. */
  enum Way {
    DELETE_BY_HEADER("DELETE", "files", "delete", ArkConstants.FILE_ID, false),
    DELETE_BY_BODY("DELETE", "files", "delete", ArkConstants.FILE_ID, true),
    RETRIEVE_BY_HEADER("GET", "files", "retrieve", ArkConstants.FILE_ID, false),
    RETRIEVE_BY_BODY("GET", "files", "retrieve", ArkConstants.FILE_ID, true),
    RESPONSE_BY_HEADER("DELETE", "responses", "delete", ArkConstants.RESPONSE_ID, false),
    RESPONSE_BY_BODY("DELETE", "responses", "delete", ArkConstants.RESPONSE_ID, true);

    private final String method;
    private final String resource;
    private final String operation;
    private final String header;
    private final boolean inBody;

    Way(String method, String resource, String operation, String header, boolean inBody) {
      this.method = method;
      this.resource = resource;
      this.operation = operation;
      this.header = header;
      this.inBody = inBody;
    }

    String withHeaders() {
      return name() + " with headers";
    }

    /** Sends a message with that id in its place, and these headers. */
    Exchange send(String id, Map<String, String> headers) {
      Map<String, Object> all = new LinkedHashMap<>(headers);
      all.remove(header);
      if (!inBody) {
        all.put(header, id);
      }
      String endpoint = resource + "?operation=" + operation;
      return HostileMessageFuzzTest.send(endpoint, inBody ? id : null, all);
    }
  }

  @Provide
  Arbitrary<String> ids() {
    Arbitrary<String> tricks =
        Arbitraries.of(TRICKS)
            .list()
            .ofMinSize(1)
            .ofMaxSize(4)
            .map(parts -> String.join("", parts));
    Arbitrary<String> any = Arbitraries.strings().ofMaxLength(40);
    Arbitrary<String> both = Combinators.combine(tricks, any).as(String::concat);
    Arbitrary<String> huge =
        Arbitraries.of(TRICKS).map(part -> part.repeat(1 + (1 << 20) / part.length()));
    return Arbitraries.frequencyOf(
        Tuple.of(10, tricks), Tuple.of(4, any), Tuple.of(6, both), Tuple.of(1, huge));
  }

  @Provide
  Arbitrary<Map<String, String>> headers() {
    Arbitrary<String> values =
        Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.of(METHODS)), Tuple.of(4, ids()));
    return Arbitraries.maps(Arbitraries.of(HEADERS), values).ofMinSize(1).ofMaxSize(5);
  }

  @Fuzz(oneIn = 5)
  void nameExactlyTheRequestedIdOrAreRefused(@ForAll("ids") String id, @ForAll Way way)
      throws Throwable {
    REPORT.tryInput(
        () -> {
          Exchange exchange = way.send(id, Map.of());

          List<String> heads = takeHeads();
          if (heads.isEmpty()) {
            assertThat(exchange.getException()).isExactlyInstanceOf(ArkRequestException.class);
          } else {
            assertThat(heads).hasSize(1);
            assertThat(named(heads.get(0), way)).isEqualTo(id);
          }
          REPORT.count(way.name(), heads.isEmpty() ? "refused" : "sent");
        });
  }

  @Fuzz(oneIn = 5)
  void areNotSteeredByHeaders(@ForAll("headers") Map<String, String> headers, @ForAll Way way)
      throws Throwable {
    REPORT.tryInput(
        () -> {
          Exchange exchange = way.send("id-1", headers);

          List<String> heads = takeHeads();
          if (headers.containsKey(ArkConstants.OPERATION)) {
            assertThat(heads).isEmpty();
            assertThat(exchange.getException()).isExactlyInstanceOf(ArkRequestException.class);
          } else {
            assertThat(heads).hasSize(1);
            assertThat(named(heads.get(0), way)).isEqualTo("id-1");
          }
          REPORT.count(way.withHeaders(), heads.isEmpty() ? "refused" : "sent");
        });
  }

  @Fuzz(oneIn = 5)
  void areOneParameterEachInAList(@ForAll("headers") Map<String, String> headers) throws Throwable {
    REPORT.tryInput(
        () -> {
          Exchange exchange = send("files?operation=list", null, new LinkedHashMap<>(headers));

          List<String> heads = takeHeads();
          if (heads.isEmpty()) {
            assertThat(exchange.getException()).isExactlyInstanceOf(ArkRequestException.class);
          } else {
            assertThat(heads).hasSize(1);
            Map<String, String> query = query(heads.get(0));
            assertThat(query.keySet()).isSubsetOf("after", "limit", "purpose", "order");
            expect(query, "after", headers.get(ArkConstants.AFTER));
            expect(query, "purpose", headers.get(ArkConstants.PURPOSE));
            checkHeaders(heads.get(0));
          }
          REPORT.count("list", heads.isEmpty() ? "refused" : "sent");
        });
  }

  private static void answer(ScriptedConnection connection) throws IOException {
    HEADS.add(connection.head());
    connection.write("HTTP/1.1 204 None\r\nConnection: close\r\n\r\n");
    connection.close();
  }

  /** Returns the heads of the requests since the last call. */
  private static List<String> takeHeads() {
    List<String> taken = List.copyOf(HEADS);
    HEADS.clear();
    return taken;
  }

  private static void expect(Map<String, String> query, String name, String asked) {
    if (asked != null) {
      assertThat(query).containsEntry(name, asked);
    } else {
      assertThat(query).doesNotContainKey(name);
    }
  }

  /** Nothing of a message reaches the wire, and the host is the one that was configured. */
  private static void checkHeaders(String head) {
    Set<String> names = new TreeSet<>();
    String[] lines = head.split("\r\n");
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      names.add(lines[i].substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT));
    }
    assertThat(names).isSubsetOf(SENT);
    assertThat(head).contains("\r\nHost: " + server.baseUrl().substring("http://".length()));
    assertThat(head).contains("\r\nAuthorization: Bearer fake-key\r\n");
  }

  private static String named(String head, Way way) throws CharacterCodingException {
    String target = target(head, way.method);
    String before = PREFIX + "/" + way.resource + "/";
    assertThat(target).startsWith(before);
    String segment = target.substring(before.length());
    assertThat(segment).isNotIn("", ".", "..").doesNotContain("/", "?", "#", ";");
    checkHeaders(head);
    return decoded(segment);
  }

  private static Map<String, String> query(String head) throws CharacterCodingException {
    String target = target(head, "GET");
    assertThat(target).startsWith(PREFIX + "/files");
    String rest = target.substring((PREFIX + "/files").length());
    Map<String, String> query = new LinkedHashMap<>();
    if (!rest.isEmpty()) {
      assertThat(rest).startsWith("?").doesNotContain("#");
      for (String parameter : rest.substring(1).split("&")) {
        String[] sides = parameter.split("=", -1);
        assertThat(sides).hasSize(2);
        assertThat(query.put(sides[0], decoded(sides[1]))).isNull();
      }
    }
    return query;
  }

  private static String target(String head, String method) {
    String line = head.substring(0, head.indexOf("\r\n"));
    String[] words = line.split(" ", -1);
    assertThat(words).hasSize(3);
    assertThat(words[0]).isEqualTo(method);
    assertThat(words[2]).isEqualTo("HTTP/1.1");
    return words[1];
  }

  /** By hand, as RFC 3986 says, and not by what the component uses. */
  private static String decoded(String segment) throws CharacterCodingException {
    ByteBuffer bytes = ByteBuffer.allocate(segment.length());
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (c == '%') {
        bytes.put((byte) Integer.parseInt(segment.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        assertThat(c).isBetween('!', '~');
        bytes.put((byte) c);
      }
    }
    return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
  }

  private static Exchange send(String endpoint, Object body, Map<String, Object> headers) {
    Exchange exchange = ExchangeBuilder.anExchange(context).withBody(body).build();
    exchange.getMessage().getHeaders().putAll(headers);
    headers.forEach(exchange::setProperty);
    return context.createProducerTemplate().send("ark:" + endpoint + connection, exchange);
  }
}
