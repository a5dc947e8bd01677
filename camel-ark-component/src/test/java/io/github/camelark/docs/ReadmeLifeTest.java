// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.docs;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static io.github.camelark.test.SimulatedProvider.OPENAI;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelark.ArkComponent;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.model.ArkFile;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import io.github.camelark.test.SimulatedResponse;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Runs the routes of README's "The whole life of a file" and of its downloads. */
@Timeout(60)
class ReadmeLifeTest {

  private static final String LIFE = "from(\"file:inbox";
  private static final String LOOK = "from(\"direct:look-for-file";
  private static final String OUTPUTS = "to(\"file:outputs";

  @RegisterExtension
  static final ArkSimulatorExtension ARK_SERVICE = ArkSimulatorExtension.create();

  @TempDir Path classes;
  @TempDir Path directory;

  private final ArkSimulator simulator = ARK_SERVICE.simulator();
  private CamelContext context;

  @BeforeEach
  void openContext() {
    context = new DefaultCamelContext();
    context.getRegistry().bind("question", new Question());
  }

  @AfterEach
  void closeContext() throws Exception {
    context.close();
  }

  /** A question about the file. */
  public static final class Question {

    public Map<String, Object> about(@Header("CamelArkFileId") String fileId) {
      return Map.of(
          "model", "some-model", "input", List.of(Map.of("type", "input_file", "file_id", fileId)));
    }
  }

  @Test
  void keepsTheAnswerAndLeavesNothingAtTheService() throws Exception {
    simulator.answerNext(ARK, SimulatedResponse.of("About camels."));

    runWithOneFileInTheInbox();

    assertThat(directory.resolve("answers/file-0001.txt")).hasContent("About camels.");
    assertThat(simulator.files(ARK)).isEmpty();
    assertThat(simulator.hasResponse(ARK, "resp_0001")).isFalse();
  }

  @Test
  void deletesTheFileIfTheQuestionFails() throws Exception {
    simulator.failNext(
        1, request -> request.path().endsWith("/responses"), SimulatedFault.status(400));

    runWithOneFileInTheInbox();

    assertThat(simulator.journal()).anyMatch(request -> request.path().endsWith("/responses"));
    assertThat(simulator.files(ARK)).isEmpty();
    assertThat(directory.resolve("inbox/.failed/camels.txt")).exists();
  }

  @Test
  void findsTheFileOfAnUploadWhoseAnswerWasLost() throws Exception {
    Instant now = Instant.now();
    store("older", "camels.txt", 5, now.minus(Duration.ofHours(1)));
    store("longer", "camels.txt", 6, now);
    store("other", "horses.txt", 5, now);
    simulator.failNext(1, SimulatedFault.executedThenReset());
    start(ARK, ReadmeExamples.javaWith(LOOK));
    MockEndpoint found = context.getEndpoint("mock:found", MockEndpoint.class);

    assertThatThrownBy(() -> template("ark:files?operation=upload", "hello"))
        .hasCauseInstanceOf(ArkUnavailableException.class);
    context
        .createProducerTemplate()
        .send(
            "direct:look-for-file",
            exchange -> {
              exchange.setProperty("name", "camels.txt");
              exchange.setProperty("size", 5);
              exchange.setProperty("start", now.minus(Duration.ofMinutes(1)));
            });

    assertThat(found.getExchanges())
        .extracting(exchange -> exchange.getMessage().getBody(ArkFile.class).id())
        .containsExactly("file-0001");
  }

  @Test
  void fetchesEachOutput() throws Exception {
    simulator.addFile(
        OPENAI,
        SimulatedFile.named("output.jsonl").withId("file-1").withPurpose("batch_output"),
        "{}".getBytes(UTF_8));
    simulator.addFile(
        OPENAI,
        SimulatedFile.named("output.jsonl").withId("file-2").withPurpose("batch_output"),
        "[]".getBytes(UTF_8));
    NotifyBuilder done = new NotifyBuilder(context).whenDone(2).create();

    start(OPENAI, inDirectory(ReadmeExamples.javaWith(OUTPUTS), "outputs"));

    assertThat(done.matches(30, TimeUnit.SECONDS)).isTrue();
    assertThat(directory.resolve("outputs/file-1.jsonl")).hasContent("{}");
    assertThat(directory.resolve("outputs/file-2.jsonl")).hasContent("[]");
  }

  private void runWithOneFileInTheInbox() throws Exception {
    Path inbox = Files.createDirectory(directory.resolve("inbox"));
    Files.writeString(inbox.resolve("camels.txt"), "Camels carry messages.");
    NotifyBuilder done = new NotifyBuilder(context).whenDone(1).create();
    String example = ReadmeExamples.javaWith(LIFE);

    start(ARK, inDirectory(inDirectory(example, "inbox"), "answers"));

    assertThat(done.matches(30, TimeUnit.SECONDS)).isTrue();
    context.stop();
  }

  private void start(SimulatedProvider provider, String example) throws Exception {
    ArkComponent ark = context.getComponent("ark", ArkComponent.class);
    ark.getConfiguration().setBaseUrl(simulator.baseUrl(provider));
    ark.getConfiguration().setApiKey(simulator.apiKey(provider));
    ark.getConfiguration().setProvider(provider.name().toLowerCase(Locale.ROOT));
    try (URLClassLoader loader = ReadmeExamples.load(example, classes)) {
      context.addRoutes(ReadmeExamples.routes(example, loader));
    }
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:found").to("mock:found");
          }
        });
    context.start();
  }

  private String inDirectory(String example, String folder) {
    return example.replace("file:" + folder, "file:" + directory.resolve(folder));
  }

  private void template(String uri, String body) {
    context.createProducerTemplate().sendBodyAndHeader(uri, body, Exchange.FILE_NAME, "camels.txt");
  }

  private void store(String id, String name, long bytes, Instant createdAt) {
    simulator.addFile(
        ARK, SimulatedFile.named(name).withId(id).withBytes(bytes).withCreatedAt(createdAt));
  }
}
