// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.producer;

import static io.github.camelark.test.SimulatedProvider.OPENAI;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkConstants;
import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.model.ArkContent;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTest extends RouteTestSupport {

  private static final String CONTENT = "files?operation=content";

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "AZURE, /openai/files/file-1/content, api-version=2024-10-21",
    "OPENAI, /v1/files/file-1/content,"
  })
  void isOneRequest(SimulatedProvider provider, String path, String query) throws Exception {
    store(provider, "hello".getBytes(UTF_8));

    Message answer = fetch(provider, "convertBodyTo");

    assertThat(answer.getBody()).isEqualTo("hello");
    assertThat(simulator().journal())
        .singleElement()
        .extracting(RecordedRequest::method, RecordedRequest::path, RecordedRequest::query)
        .containsExactly("GET", path, query);
    assertThat(simulator().journal().get(0).header("Accept")).isEqualTo("*/*");
  }

  @Test
  void headersNameTheFileAndTheRequest() throws Exception {
    store(OPENAI, "hello".getBytes(UTF_8));

    assertThat(fetch(OPENAI, "convertBodyTo").getHeaders())
        .containsEntry(ArkConstants.FILE_ID, "file-1")
        .containsKey(ArkConstants.REQUEST_ID);
  }

  @Test
  void fileComponentWritesIt() throws Exception {
    byte[] content = new byte[3_000_001];
    new Random(1).nextBytes(content);
    store(OPENAI, content);

    fetch(OPENAI, "file");

    assertThat(Files.readAllBytes(directory.resolve("out.bin"))).isEqualTo(content);
  }

  @Test
  void isSplitIntoLinesWhileItComes() throws Exception {
    store(OPENAI, "one\ntwo\nthree".getBytes(UTF_8));

    assertThat(fetch(OPENAI, "split").getHeader("lines", List.class))
        .isEqualTo(List.of("one", "two", "three"));
  }

  @Test
  void isBytesAndStreamToo() throws Exception {
    store(OPENAI, "hello".getBytes(UTF_8));
    route(OPENAI, "none");
    List<byte[]> read = new ArrayList<>();
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:bytes")
                .to(uri(OPENAI, CONTENT))
                .process(e -> read.add(e.getMessage().getBody(byte[].class)))
                .to(uri(OPENAI, CONTENT))
                .process(e -> read.add(e.getMessage().getBody(InputStream.class).readAllBytes()));
          }
        });

    send("direct:bytes", "file-1");

    assertThat(read).containsExactly("hello".getBytes(UTF_8), "hello".getBytes(UTF_8));
  }

  @Test
  void logLineDoesNotReadIt() throws Exception {
    store(OPENAI, "hello".getBytes(UTF_8));

    assertThat(fetch(OPENAI, "log").getBody()).isEqualTo("hello");
  }

  @Test
  void endOfTheExchangeClosesWhatWasNotRead() throws Exception {
    store(OPENAI, new byte[10_000_000]);
    route(OPENAI, "none");

    Exchange exchange = send("direct:fetch", "file-1");

    ArkContent content = exchange.getMessage().getBody(ArkContent.class);
    assertThat(content.isOpen()).isFalse();
    assertThat(content.length()).isEqualTo(10_000_000L);
  }

  @Test
  void whoeverAskedForItCanReadIt() throws Exception {
    store(OPENAI, "hello".getBytes(UTF_8));
    route(OPENAI, "none");

    ArkContent content =
        context.createProducerTemplate().requestBody("direct:fetch", "file-1", ArkContent.class);

    assertThat(content.inputStream().readAllBytes()).isEqualTo("hello".getBytes(UTF_8));
  }

  /** With one connection a second call works only if the first one has given it back. */
  @ParameterizedTest
  @ValueSource(strings = {"none", "convertBodyTo", "file", "split"})
  void connectionIsFreeAfterwards(String step) throws Exception {
    store(OPENAI, "hello".getBytes(UTF_8));
    route(OPENAI, step);

    for (int i = 0; i < 3; i++) {
      assertThat(send("direct:fetch", "file-1").getException()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"convertBodyTo", "file", "split"})
  void contentThatIsCutIsAnErrorAtTheStepThatReads(String step) throws Exception {
    store(OPENAI, new byte[1_000_000]);
    simulator().failNext(1, SimulatedFault.truncatedBody());
    route(OPENAI, step);

    Exchange exchange = send("direct:fetch", "file-1");

    assertThat(exchange.getException(ArkUnavailableException.class))
        .hasMessageContaining("files content of 'file-1' failed: the content broke off");
  }

  @Test
  void moreThanMaxResponseSizeIsNotHeldInMemory() throws Exception {
    store(OPENAI, new byte[2_000]);
    route(OPENAI, "convertBodyTo", "&maxResponseSize=1000");

    Exchange exchange = send("direct:fetch", "file-1");

    assertThat(exchange.getException()).hasStackTraceContaining("more than maxResponseSize=1000");
  }

  @Test
  void moreThanMaxResponseSizeIsStreamed() throws Exception {
    store(OPENAI, new byte[2_000]);
    route(OPENAI, "file", "&maxResponseSize=1000");

    assertThat(send("direct:fetch", "file-1").getException()).isNull();
    assertThat(directory.resolve("out.bin")).hasSize(2_000);
  }

  @Test
  void fileThatIsNoOutputIsRefusedInTheWordsOfTheService() {
    simulator()
        .addFile(
            OPENAI,
            SimulatedFile.named("a").withId("file-1").withPurpose("user_data"),
            new byte[] {1});

    assertThat(failure(ArkRequestException.class, uri(OPENAI, CONTENT), "file-1", Map.of()))
        .hasMessageContaining("Not allowed to download files of purpose: user_data");
  }

  @Test
  void missingFileIsNotFound() {
    store(OPENAI, new byte[] {1});

    failure(ArkNotFoundException.class, uri(OPENAI, CONTENT), "file-2", Map.of());
  }

  @Test
  void failureOfTheHeadIsRetried() throws Exception {
    store(OPENAI, "hello".getBytes(UTF_8));
    simulator().failNext(1, SimulatedFault.status(503));

    assertThat(fetch(OPENAI, "convertBodyTo").getBody()).isEqualTo("hello");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "application/json| {\"error\":{\"code\":\"x\",\"message\":\"out of order\"}}",
        "text/html| <html><title>Sign in</title></html>"
      })
  void errorInASuccessIsNoContent(String type, String body) {
    store(OPENAI, new byte[] {1});
    simulator().failNext(1, SimulatedFault.reply(200, type, body));

    failure(ArkProtocolException.class, uri(OPENAI, CONTENT), "file-1", Map.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"batch_req_1\",\"response\":null,\"error\":{\"code\":\"x\"}}",
        "{\"error\":{\"a\":1}}\n{\"error\":{\"a\":2}}",
        "[1,2]",
        "not JSON"
      })
  void jsonWithAnErrorInItIsContent(String body) throws Exception {
    store(OPENAI, new byte[] {1});
    simulator().failNext(1, SimulatedFault.reply(200, "application/json", body));

    assertThat(fetch(OPENAI, "convertBodyTo").getBody()).isEqualTo(body);
  }

  @Test
  void arkHasNoDownload() {
    assertThat(startFailure(ark(CONTENT)))
        .hasMessageContaining("for ark:files on provider ark, but is 'content'");
  }

  @Test
  void redeliveryCannotReadTheRest() throws Exception {
    store(OPENAI, new byte[100_000]);
    List<Exception> failures = new ArrayList<>();
    context.addRoutes(
        new RouteConfigurationBuilder() {
          @Override
          public void configuration() {
            routeConfiguration()
                .onException(Exception.class)
                .maximumRedeliveries(1)
                .redeliveryDelay(0)
                .onExceptionOccurred(
                    e -> failures.add(e.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)));
          }
        });
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:half")
                .to(uri(OPENAI, CONTENT))
                .process(
                    exchange -> {
                      exchange.getMessage().getBody(InputStream.class).readNBytes(1_000);
                      throw new IllegalStateException("half");
                    });
          }
        });

    send("direct:half", "file-1");

    assertThat(failures).hasSize(2);
    assertThat(failures.get(1))
        .hasRootCauseInstanceOf(ArkRequestException.class)
        .rootCause()
        .hasMessageContaining("the content was read before, and what is left is not the whole");
  }

  private Message fetch(SimulatedProvider provider, String step) throws Exception {
    route(provider, step);
    Exchange exchange = send("direct:fetch", "file-1");
    assertThat(exchange.getException()).isNull();
    return exchange.getMessage();
  }

  private void route(SimulatedProvider provider, String step) throws Exception {
    route(provider, step, "");
  }

  /** Fetches over one connection, and does something with the content. */
  private void route(SimulatedProvider provider, String step, String options) throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            var fetched =
                from("direct:fetch")
                    .to(uri(provider, CONTENT + "&maxConnections=1&callTimeout=10s" + options));
            switch (step) {
              case "convertBodyTo" -> fetched.convertBodyTo(String.class);
              case "file" -> fetched.to("file:" + directory + "?fileName=out.bin");
              case "log" -> fetched.log("${body}").convertBodyTo(String.class);
              case "split" ->
                  fetched
                      .setProperty("lines", ArrayList::new)
                      .split(body().tokenize("\n"))
                      .streaming()
                      .stopOnException()
                      .process(
                          e -> e.getProperty("lines", List.class).add(e.getMessage().getBody()))
                      .end()
                      .setHeader("lines", exchangeProperty("lines"));
              default -> {}
            }
          }
        });
  }

  private void store(SimulatedProvider provider, byte[] content) {
    simulator()
        .addFile(
            provider,
            SimulatedFile.named("a").withId("file-1").withPurpose("batch_output"),
            content);
  }
}
