// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.lists;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelark.model.ArkFile;
import io.github.camelark.support.RouteTestSupport;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;
import org.apache.camel.TypeConversionException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.ProcessorDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list of {@code paging=stream} that a step takes for a text. */
class UnreadStreamTest extends RouteTestSupport {

  private static final String STREAM = "files?operation=list&paging=stream&order=asc&limit=2";

  private final List<String> split = new CopyOnWriteArrayList<>();

  @BeforeEach
  void threeFiles() {
    simulator().addFiles(ARK, 3);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        String.class,
        byte[].class,
        InputStream.class,
        Reader.class,
        ByteBuffer.class,
        JsonNode.class
      })
  void isNotConverted(Class<?> type) throws Exception {
    route(steps -> steps.convertBodyTo(type));

    assertIsRefused(send("direct:start", null));
  }

  @Test
  void isNotPutIntoATemplate() throws Exception {
    route(steps -> steps.setBody().simple("files: ${body}"));

    assertIsRefused(send("direct:start", null));
  }

  @Test
  void isNotPassedToAComponentThatExpectsText() throws Exception {
    route(steps -> steps.process(exchange -> exchange.getMessage().getBody(String.class)));

    assertIsRefused(send("direct:start", null));
  }

  @Test
  void isNotConvertedWhenHalfRead() throws Exception {
    route(
        steps ->
            steps
                .process(exchange -> exchange.getMessage().getBody(Iterator.class).next())
                .convertBodyTo(String.class));

    assertIsRefused(send("direct:start", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log:stream?showAll=true&multiline=true",
        "log:stream?showStreams=true",
        "log:stream?showBody=true&groupSize=1"
      })
  void isLoggedByItsNameAndSplitAfterwards(String uri) throws Exception {
    route(
        steps ->
            steps
                .to(uri)
                .log("${body}")
                .log("list: ${body}")
                .split()
                .body()
                .process(this::note)
                .end());

    Exchange exchange = send("direct:start", null);

    assertThat(exchange.getException()).isNull();
    assertThat(split).containsExactly("file-0001", "file-0002", "file-0003");
  }

  @Test
  void isLeftAloneByStreamCachingAndTheTracer() throws Exception {
    context.setStreamCaching(true);
    context.setTracing(true);
    route(steps -> steps.to("log:stream").split().body().streaming().process(this::note).end());

    Exchange exchange = send("direct:start", null);

    assertThat(exchange.getException()).isNull();
    assertThat(split).hasSize(3);
  }

  @Test
  void becomesAListOrJsonThatReadsItWhole() throws Exception {
    route(steps -> steps.marshal().json());

    JsonNode json =
        new ObjectMapper().readTree(send("direct:start", null).getMessage().getBody(byte[].class));

    assertThat(json).hasSize(3);
    assertThat(call(ark(STREAM)).getBody(List.class)).hasSize(3);
  }

  private void route(UnaryOperator<ProcessorDefinition<?>> steps) throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            steps.apply(from("direct:start").to(ark(STREAM)));
          }
        });
  }

  private void note(Exchange exchange) {
    split.add(((ArkFile) exchange.getMessage().getBody()).id());
  }

  private static void assertIsRefused(Exchange exchange) {
    assertThat(exchange.getException(TypeConversionException.class))
        .hasMessageContaining("paging=stream")
        .hasMessageContaining(".split(body()).streaming()")
        .hasMessageContaining("paging=all");
    assertThat(simulator().journal()).hasSize(1);
  }
}
