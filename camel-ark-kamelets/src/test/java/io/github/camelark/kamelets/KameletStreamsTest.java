// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.kamelets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A Kamelet is an exchange of its own, and contents go in and out of it. */
class KameletStreamsTest extends KameletTestSupport {

  private static final String CONTENT = "ark-file-content-action";
  private static final String LINES = "first\nsecond\nthird\n";

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource(names = {"AZURE", "OPENAI"})
  void fileComponentWritesAContent(SimulatedProvider provider) throws Exception {
    String id = store(provider, LINES.getBytes(UTF_8));
    configure(CONTENT, provider);
    route(
        CONTENT, steps -> steps.to("file:" + directory + "?fileName=out.jsonl&tempPrefix=.part-"));

    assertThat(send(id).getException()).isNull();
    assertThat(directory.resolve("out.jsonl")).hasContent(LINES);
  }

  @Test
  void contentIsSplitIntoLines() throws Exception {
    String id = store(SimulatedProvider.OPENAI, LINES.getBytes(UTF_8));
    List<String> lines = new ArrayList<>();
    configure(CONTENT, SimulatedProvider.OPENAI);
    route(
        CONTENT,
        steps ->
            steps
                .split()
                .tokenize("\n")
                .streaming()
                .process(exchange -> lines.add(exchange.getMessage().getBody(String.class))));

    assertThat(send(id).getException()).isNull();
    assertThat(lines).containsExactly("first", "second", "third");
  }

  @Test
  void uploadsTheFilesOfAFolder() throws Exception {
    Files.writeString(directory.resolve("hello.txt"), "hello");
    configure("ark-file-upload-action", SimulatedProvider.ARK);
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:in")
                .pollEnrich("file:" + directory + "?noop=true", 10_000)
                .to("kamelet:ark-file-upload-action");
          }
        });
    context.start();

    Exchange exchange = send(null);

    assertThat(exchange.getException()).isNull();
    assertThat(simulator().files(SimulatedProvider.ARK))
        .singleElement()
        .extracting(SimulatedFile::filename, SimulatedFile::bytes)
        .containsExactly("hello.txt", 5L);
  }

  /** Starts a route to a Kamelet and further steps. */
  private void route(String kamelet, Consumer<RouteDefinition> steps) throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            steps.accept(from("direct:in").to("kamelet:" + kamelet));
          }
        });
    context.start();
  }

  private static String store(SimulatedProvider provider, byte[] content) {
    SimulatedFile output = SimulatedFile.named("out.jsonl").withPurpose("batch_output");
    return simulator().addFile(provider, output, content).id();
  }
}
