// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.connections;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static io.github.camelark.test.SimulatedProvider.AZURE;
import static io.github.camelark.test.SimulatedProvider.OPENAI;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkInternals;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.transport.SharedTransports;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Endpoints with equal connection settings share one HTTP client, and its pool. */
class SharedClientTest extends RouteTestSupport {

  @Test
  void isSharedForTheSameHostAndSettings() throws Exception {
    start(ark("files?operation=list"));
    start(ark("files?operation=delete&ignoreMissing=true&maxRetries=7"));
    start(ark("responses?operation=delete"));
    start(uri(AZURE, "files?operation=list"));
    start(uri(OPENAI, "files?operation=list"));

    assertThat(ArkInternals.transports(component()).size()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "maxConnections=7",
        "connectTimeout=7s",
        "responseTimeout=7s",
        "maxResponseSize=7",
        "http.proxyHost=127.0.0.1&http.proxyPort=1"
      })
  void isNotSharedBetweenConnectionSettings(String option) throws Exception {
    start(ark("files?operation=list"));
    start(ark("files?operation=list&" + option));

    assertThat(ArkInternals.transports(component()).size()).isEqualTo(2);
  }

  @Test
  void isNotSharedBetweenHosts() throws Exception {
    start(ark("files?operation=list"));
    start("ark:files?operation=list&apiKey=fake-key&baseUrl=https://ark.example");

    assertThat(ArkInternals.transports(component()).size()).isEqualTo(2);
  }

  @Test
  void keepsTheKeysOfItsEndpointsApart() throws Exception {
    simulator().addFile(ARK);
    simulator().addFile(OPENAI, SimulatedFile.named("b").withId("file-0002"));

    call(ark("files?operation=retrieve"), "file-0001", Map.of());
    call(uri(OPENAI, "files?operation=retrieve"), "file-0002", Map.of());
    call(ark("files?operation=retrieve"), "file-0001", Map.of());

    assertThat(ArkInternals.transports(component()).size()).isEqualTo(1);
    assertThat(simulator().journal()).extracting(request -> request.status()).containsOnly(200);
  }

  @Test
  void staysOpenAfterItsLastEndpointStops() throws Exception {
    Producer list = start(ark("files?operation=list"));
    Producer delete = start(ark("files?operation=delete"));

    list.stop();
    delete.stop();
    delete.stop();

    assertThat(ArkInternals.transports(component()).size()).isEqualTo(1);
  }

  @Test
  void isNotMultipliedByDynamicEndpoints() throws Exception {
    List<SimulatedFile> files = simulator().addFiles(ARK, 500);
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:start")
                .toD(
                    ark(
                        "files?operation=${header.what}&fileId=${header.id}"
                            + "&requestsPerSecond=0"));
          }
        });

    for (SimulatedFile file : files) {
      String what = file.id().endsWith("7") ? "delete" : "retrieve";
      Exchange exchange = send("direct:start", null, Map.of("what", what, "id", file.id()));
      assertThat(exchange.getException()).isNull();
    }

    assertThat(ArkInternals.transports(component()).size()).isEqualTo(1);
    assertThat(simulator().files(ARK)).hasSize(450);
  }

  @Test
  void isNotLeftBehindByAnEndpointThatCannotStart() {
    startFailure("ark:files?operation=list&baseUrl=" + simulator().baseUrl(ARK));
    startFailure(ark("files?operation=list&limit=0"));

    assertThat(ArkInternals.transports(component()).size()).isZero();
  }

  @Test
  void staysOpenForARouteWhoseEndpointIsEvictedElsewhere() throws Exception {
    simulator().addFiles(ARK, 10);
    String retrieve = ark("files?operation=retrieve");
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:own").to(retrieve);
            from("direct:same").toD("${header.uri}", 3);
          }
        });
    context.createProducerTemplate().sendBodyAndHeader("direct:same", "file-0001", "uri", retrieve);

    for (int n = 0; n < 10; n++) {
      Map<String, Object> headers = Map.of("uri", retrieve + "&maxRetries=" + n);
      assertThat(send("direct:same", "file-0001", headers).getException()).isNull();
    }

    assertThat(send("direct:own", "file-0002").getException()).isNull();
  }

  @Test
  void isClosedWithItsComponentThoughCamelForgotTheEndpoint() throws Exception {
    start(ark("files?operation=list"));
    SharedTransports transports = ArkInternals.transports(component());
    assertThat(transports.size()).isEqualTo(1);

    context.stop();

    assertThat(transports.size()).isZero();
  }
}
