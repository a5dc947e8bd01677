// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.bodies;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.model.ArkDeletion;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkFilePage;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.SimulatedFile;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.dataformat.JsonLibrary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a route can do with the bodies and errors: Simple, JSON, text. */
class BodyInRoutesTest extends RouteTestSupport {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @BeforeEach
  void oneFile() {
    simulator().addFile(ARK, SimulatedFile.named("report.pdf").withBytes(42));
  }

  @ParameterizedTest
  @CsvSource({
    "${body.id}, file-0001",
    "${body.filename}, report.pdf",
    "${body.status}, active",
    "${body.purpose}, user_data",
    "${body.bytes}, 42",
    "${body.mimeType}, application/pdf",
    "${header.CamelArkFileName}, report.pdf",
    "${file:name}, report.pdf"
  })
  void simpleReadsAFile(String expression, String expected) throws Exception {
    route(from -> from.to(ark("files?operation=retrieve")).setBody().simple(expression));

    assertThat(send("direct:start", "file-0001").getMessage().getBody(String.class))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "${body.hasMore}, false",
    "${body.lastId}, file-0001",
    "${body.data.size}, 1",
    "${body.data[0].id}, file-0001"
  })
  void simpleReadsAPage(String expression, String expected) throws Exception {
    route(from -> from.to(ark("files?operation=list")).setBody().simple(expression));

    assertThat(send("direct:start", null).getMessage().getBody(String.class)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"${body.id}, file-0001", "${body.deleted}, true", "${body.outcome}, DELETED"})
  void simpleReadsADeletion(String expression, String expected) throws Exception {
    route(from -> from.to(ark("files?operation=delete")).setBody().simple(expression));

    assertThat(send("direct:start", "file-0001").getMessage().getBody(String.class))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "${exception.status}, 404",
    "${exception.code}, InvalidFile.NotFound",
    "${exception.resourceId}, file-9999",
    "${exception.operation}, files retrieve"
  })
  void simpleReadsAnError(String expression, String expected) throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            onException(ArkNotFoundException.class).handled(true).setBody().simple(expression);
            from("direct:start").to(ark("files?operation=retrieve"));
          }
        });

    Exchange exchange = send("direct:start", "file-9999");

    assertThat(exchange.getException()).isNull();
    assertThat(exchange.getMessage().getBody(String.class)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"${body.bytes} > 41, true", "${body.status} == 'failed', false"})
  void comparesAFieldOfTheBody(String predicate, boolean expected) throws Exception {
    route(
        from ->
            from.to(ark("files?operation=retrieve"))
                .filter()
                .simple(predicate)
                .setHeader("kept")
                .constant(true));

    Object kept = send("direct:start", "file-0001").getMessage().getHeader("kept");

    assertThat(kept != null).isEqualTo(expected);
  }

  @Test
  void marshalsTheApisJson() throws Exception {
    route(from -> from.to(ark("files?operation=retrieve")).marshal().json());

    JsonNode json =
        MAPPER.readTree(send("direct:start", "file-0001").getMessage().getBody(byte[].class));

    assertThat(json.path("filename").asText()).isEqualTo("report.pdf");
    assertThat(json.path("mime_type").asText()).isEqualTo("application/pdf");
    assertThat(json.path("created_at").isIntegralNumber()).isTrue();
  }

  @Test
  void marshalsAllFilesAsAnArray() throws Exception {
    route(from -> from.to(ark("files?operation=list&paging=all")).marshal().json());

    JsonNode json = MAPPER.readTree(send("direct:start", null).getMessage().getBody(byte[].class));

    assertThat(json.isArray()).isTrue();
    assertThat(json.path(0).path("mime_type").asText()).isEqualTo("application/pdf");
  }

  @Test
  void unmarshalsItsOwnJson() throws Exception {
    route(
        from ->
            from.to(ark("files?operation=retrieve"))
                .marshal()
                .json()
                .unmarshal()
                .json(JsonLibrary.Jackson, ArkFile.class));

    ArkFile file = send("direct:start", "file-0001").getMessage().getBody(ArkFile.class);

    assertThat(file.id()).isEqualTo("file-0001");
    assertThat(file.mimeType()).isEqualTo("application/pdf");
  }

  @Test
  void unmarshalsPagesAndDeletions() throws Exception {
    route(from -> from.unmarshal().json(ArkFilePage.class));
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:deletion").unmarshal().json(ArkDeletion.class);
          }
        });

    ArkFilePage page =
        send("direct:start", "{\"data\":[{\"id\":\"f\"}],\"x\":1}")
            .getMessage()
            .getBody(ArkFilePage.class);
    ArkDeletion deletion =
        send("direct:deletion", "{\"id\":\"f\",\"deleted\":false}")
            .getMessage()
            .getBody(ArkDeletion.class);

    assertThat(page.data()).hasSize(1);
    assertThat(deletion.outcome()).isEqualTo(ArkDeletion.Outcome.NOT_DELETED);
  }

  @Test
  void convertsToTextBeforeABroker() throws Exception {
    route(from -> from.to(ark("files?operation=retrieve")).convertBodyTo(String.class));

    Object body = send("direct:start", "file-0001").getMessage().getBody();

    assertThat(body).isInstanceOf(String.class);
    assertThat(MAPPER.readTree((String) body).path("id").asText()).isEqualTo("file-0001");
  }

  @Test
  void convertsAllFilesToText() throws Exception {
    simulator().addFile(ARK);
    route(from -> from.to(ark("files?operation=list&paging=all")).convertBodyTo(String.class));

    String body = send("direct:start", null).getMessage().getBody(String.class);

    assertThat(MAPPER.readValue(body, List.class)).hasSize(2);
    assertThat(Map.class.cast(MAPPER.readValue(body, List.class).get(0))).containsKey("filename");
  }

  private void route(Function<RouteDefinition, ProcessorDefinition<?>> steps) throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            steps.apply(from("direct:start"));
          }
        });
  }
}
