// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.kamelets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkFilePage;
import io.github.camelark.model.ArkResponse;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import io.github.camelark.test.SimulatedResponse;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActionKameletsTest extends KameletTestSupport {

  @ParameterizedTest
  @EnumSource
  void retrievesTheFileOfTheHeader(SimulatedProvider provider) throws Exception {
    SimulatedFile file = simulator().addFile(provider);
    start("ark-file-retrieve-action", provider);

    Exchange exchange = send("some text", Map.of("CamelArkFileId", file.id()));

    assertThat(exchange.getException()).isNull();
    assertThat(exchange.getMessage().getBody(ArkFile.class).filename()).isEqualTo(file.filename());
  }

  @ParameterizedTest
  @EnumSource
  void deletesTheFileOfTheBodyAndGoesOn(SimulatedProvider provider) throws Exception {
    SimulatedFile file = simulator().addFile(provider);
    start("ark-file-delete-action", provider);

    Exchange exchange = send(file.id());

    assertThat(exchange.getException()).isNull();
    assertThat(exchange.getMessage().getHeader("CamelArkDeletionOutcome")).isEqualTo("DELETED");
    assertThat(simulator().hasFile(provider, file.id())).isFalse();
  }

  @Test
  void deletesTheFileOfAnEarlierStep() throws Exception {
    SimulatedFile file = simulator().addFile(SimulatedProvider.ARK);
    configure("ark-file-retrieve-action", SimulatedProvider.ARK);
    start("ark-file-delete-action", SimulatedProvider.ARK);
    Exchange retrieved =
        context
            .createFluentProducerTemplate()
            .to("kamelet:ark-file-retrieve-action")
            .withBody(file.id())
            .send();

    send(retrieved.getMessage().getBody());

    assertThat(simulator().hasFile(SimulatedProvider.ARK, file.id())).isFalse();
  }

  @Test
  void failsInTheCallingRouteIfTheFileIsMissing() throws Exception {
    start("ark-file-delete-action", SimulatedProvider.ARK);

    Exchange exchange = send("file-gone");

    assertThat(exchange.getException()).isInstanceOf(ArkNotFoundException.class);
  }

  @Test
  void continuesIfAMissingFileIsIgnored() throws Exception {
    set("ark-file-delete-action", "ignoreMissing", "true");
    start("ark-file-delete-action", SimulatedProvider.ARK);

    Exchange exchange = send("file-gone");

    assertThat(exchange.getMessage().getHeader("CamelArkDeletionOutcome"))
        .isEqualTo("ALREADY_GONE");
  }

  @Test
  void takesNoOptionsFromABodyThatLooksLikeAUri() throws Exception {
    SimulatedFile file = simulator().addFile(SimulatedProvider.ARK);
    start("ark-file-delete-action", SimulatedProvider.ARK);

    Exchange exchange = send("x&fileId=" + file.id() + "&ignoreMissing=true");

    assertThat(exchange.getException()).isInstanceOf(ArkNotFoundException.class);
    assertThat(simulator().hasFile(SimulatedProvider.ARK, file.id())).isTrue();
  }

  @Test
  void retrievesAFileThatCanBeUsed() throws Exception {
    SimulatedFile file = simulator().addFile(SimulatedProvider.ARK);
    set("ark-file-retrieve-action", "awaitTimeout", "6m");
    start("ark-file-retrieve-action", SimulatedProvider.ARK);

    Exchange exchange = send(file.id());

    assertThat(exchange.getMessage().getBody(ArkFile.class).status()).isEqualTo("active");
  }

  @Test
  void waitsUntilTheFileCanBeUsed() throws Exception {
    SimulatedFile file = simulator().addFile(SimulatedProvider.ARK);
    String processing = "{\"id\":\"%s\",\"status\":\"processing\"}".formatted(file.id());
    simulator().failNext(1, SimulatedFault.reply(200, "application/json", processing));
    set("ark-file-retrieve-action", "awaitTimeout", "6m");
    start("ark-file-retrieve-action", SimulatedProvider.ARK);

    Exchange exchange = send(file.id());

    assertThat(exchange.getException()).isNull();
    assertThat(exchange.getMessage().getBody(ArkFile.class).status()).isEqualTo("active");
    assertThat(simulator().journal()).hasSize(2);
  }

  @Test
  void failsIfTheFileThatIsWaitedForHasFailed() throws Exception {
    SimulatedFile file =
        simulator().addFile(SimulatedProvider.ARK, SimulatedFile.named("a").withStatus("failed"));
    set("ark-file-retrieve-action", "awaitTimeout", "6m");
    start("ark-file-retrieve-action", SimulatedProvider.ARK);

    assertThat(send(file.id()).getException()).isInstanceOf(ArkRequestException.class);
  }

  @ParameterizedTest
  @EnumSource
  void uploadsTheBody(SimulatedProvider provider) throws Exception {
    set("ark-file-upload-action", "purpose", provider == SimulatedProvider.ARK ? "agent" : "batch");
    start("ark-file-upload-action", provider);

    Exchange exchange = send("hello", Map.of(Exchange.FILE_NAME, "hello.txt"));

    assertThat(exchange.getException()).isNull();
    String id = exchange.getMessage().getHeader("CamelArkFileId", String.class);
    assertThat(simulator().upload(provider, id).filename()).isEqualTo("hello.txt");
    assertThat(simulator().upload(provider, id).beginning()).isEqualTo("hello".getBytes(UTF_8));
  }

  @Test
  void uploadSaysHowLongTheFileIsToBeKept() throws Exception {
    set("ark-file-upload-action", "expireAfter", "7d");
    start("ark-file-upload-action", SimulatedProvider.OPENAI);

    Exchange exchange = send("hello", Map.of(Exchange.FILE_NAME, "hello.txt"));

    String id = exchange.getMessage().getHeader("CamelArkFileId", String.class);
    assertThat(simulator().upload(SimulatedProvider.OPENAI, id).fields())
        .containsEntry("expires_after[seconds]", "604800");
  }

  @ParameterizedTest
  @EnumSource(names = {"AZURE", "OPENAI"})
  void fetchesTheContentOfTheFile(SimulatedProvider provider) throws Exception {
    SimulatedFile file =
        simulator()
            .addFile(
                provider,
                SimulatedFile.named("out.jsonl").withPurpose("batch_output"),
                "hello".getBytes(UTF_8));
    configure("ark-file-content-action", provider);
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:in").to("kamelet:ark-file-content-action").convertBodyTo(String.class);
          }
        });
    context.start();

    assertThat(send(file.id()).getMessage().getBody()).isEqualTo("hello");
  }

  @ParameterizedTest
  @EnumSource
  void asksAModel(SimulatedProvider provider) throws Exception {
    set("ark-response-create-action", "apiVersion", "2025-03-01-preview");
    simulator().answerNext(provider, SimulatedResponse.of("4"));
    start("ark-response-create-action", provider);

    Exchange exchange = send("{\"model\":\"m\",\"input\":\"2+2?\"}");

    assertThat(exchange.getException()).isNull();
    assertThat(exchange.getMessage().getBody(ArkResponse.class).text()).isEqualTo("4");
  }

  @ParameterizedTest
  @EnumSource
  void listsAPageOfFiles(SimulatedProvider provider) throws Exception {
    simulator().addFiles(provider, 3);
    start("ark-files-list-action", provider);

    Exchange exchange = send("");

    assertThat(exchange.getException()).isNull();
    assertThat(exchange.getMessage().getBody(ArkFilePage.class).data()).hasSize(3);
  }

  @Test
  void streamsAtMostMaxResults() throws Exception {
    simulator().addFiles(SimulatedProvider.ARK, 3);
    Map.of("paging", "stream", "maxResults", "2")
        .forEach((name, value) -> set("ark-files-list-action", name, value));
    start("ark-files-list-action", SimulatedProvider.ARK);

    Exchange exchange = send("");

    assertThat(exchange.getMessage().getBody(Iterator.class)).toIterable().hasSize(2);
  }

  @Test
  void listsAllFilesOfAPurposeInPages() throws Exception {
    simulator().addFiles(SimulatedProvider.ARK, 3);
    simulator().addFile(SimulatedProvider.ARK, SimulatedFile.named("b").withPurpose("batch"));
    Map.of("paging", "all", "purpose", "user_data", "limit", "2", "order", "asc")
        .forEach((name, value) -> set("ark-files-list-action", name, value));
    start("ark-files-list-action", SimulatedProvider.ARK);

    Exchange exchange = send("");

    assertThat(exchange.getMessage().getBody(List.class)).hasSize(3);
    assertThat(simulator().journal()).hasSize(2);
  }
}
