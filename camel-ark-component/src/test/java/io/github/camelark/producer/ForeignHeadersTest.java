// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.producer;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.RecordedRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No header of a message reaches the API, and none steers where a call goes. */
class ForeignHeadersTest extends RouteTestSupport {

  @RegisterExtension static final ArkSimulatorExtension ATTACKER = ArkSimulatorExtension.create();

  @BeforeEach
  void oneFileOnEach() {
    simulator().addFile(ARK);
    attacker().addFile(ARK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CamelHttpUri",
        "CamelHttpUrl",
        "CamelHttpBaseUri",
        "CamelRestHttpUri",
        "CamelHttpServletRequest",
        "Host",
        "host",
        "CamelDestinationOverrideUrl"
      })
  void cannotSendACallToAnotherHost(String header) {
    call(
        ark("files?operation=retrieve"),
        "file-0001",
        Map.of(header, attacker().baseUrl(ARK) + "/files/file-0001"));

    assertThat(attacker().journal()).isEmpty();
    assertThat(simulator().journal()).extracting(RecordedRequest::status).containsExactly(200);
  }

  @ParameterizedTest
  @CsvSource({
    "files, retrieve, DELETE, GET, file-0001",
    "files, delete, GET, DELETE, file-0001",
    "responses, delete, POST, DELETE, resp_0001"
  })
  void cannotChangeTheMethodPathOrQuery(
      String resource, String operation, String wanted, String method, String id) {
    simulator().addResponse(ARK);
    Map<String, Object> headers = new HashMap<>();
    headers.put(Exchange.HTTP_METHOD, wanted);
    headers.put(Exchange.HTTP_PATH, "/../responses/resp_1");
    headers.put(Exchange.HTTP_QUERY, "a=b");
    headers.put(Exchange.HTTP_RAW_QUERY, "c=d");
    headers.put(Exchange.REST_HTTP_QUERY, "e=f");
    headers.put(Exchange.HTTP_PROTOCOL_VERSION, "HTTP/1.0");
    headers.put(Exchange.CONTENT_TYPE, "text/evil");
    headers.put(Exchange.HTTP_CHARACTER_ENCODING, "UTF-16");
    headers.put(Exchange.HTTP_CHUNKED, true);
    headers.put(Exchange.SKIP_GZIP_ENCODING, true);
    headers.put(Exchange.SKIP_WWW_FORM_URLENCODED, true);
    headers.put(Exchange.DISABLE_HTTP_STREAM_CACHE, true);

    call(ark(resource + "?operation=" + operation), id, headers);

    assertThat(simulator().journal())
        .singleElement()
        .extracting(RecordedRequest::method, RecordedRequest::path, RecordedRequest::query)
        .containsExactly(method, "/api/v3/" + resource + "/" + id, null);
  }

  @Test
  void areNotSentToTheApi() {
    Map<String, Object> headers = new HashMap<>();
    headers.put("correlation", "correlation-1");
    headers.put("Authorization", "Bearer of-the-caller");
    headers.put("api-key", "of-the-caller");
    headers.put("Cookie", "session=1");
    headers.put("X-Client-Request-Id", "forged");
    headers.put("Accept", "text/html");
    headers.put("User-Agent", "forged");
    headers.put("CamelArkPurpose", "user_data");
    headers.put("CamelFileName", "a.txt");
    headers.put("breadcrumbId", "crumb-1");

    call(ark("files?operation=retrieve"), "file-0001", headers);

    RecordedRequest request = simulator().journal().get(0);
    assertThat(request.headers().values().toString())
        .doesNotContain(
            "correlation-1", "of-the-caller", "session", "forged", "text/html", "a.txt", "crumb-1");
  }

  @Test
  void leaveTheRequestWithTheHeadersItNeeds() {
    call(ark("files?operation=list"), null, Map.of("correlation", "c-1"));

    Set<String> names = new TreeSet<>();
    simulator()
        .journal()
        .get(0)
        .headers()
        .keySet()
        .forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    assertThat(names)
        .contains("authorization", "accept", "host", "user-agent", "x-client-request-id")
        .isSubsetOf(
            "accept",
            "accept-encoding",
            "authorization",
            "connection",
            "host",
            "user-agent",
            "x-client-request-id");
  }

  @Test
  void areNotCopiedFromTheReply() {
    Exchange exchange = send(ark("files?operation=list"), null, Map.of("correlation", "c-1"));

    assertThat(exchange.getMessage().getHeaders().keySet())
        .containsExactlyInAnyOrder(
            "correlation",
            "CamelArkRequestId",
            "CamelArkHasMore",
            "CamelArkFirstId",
            "CamelArkLastId");
  }

  private static ArkSimulator attacker() {
    return ATTACKER.simulator();
  }
}
