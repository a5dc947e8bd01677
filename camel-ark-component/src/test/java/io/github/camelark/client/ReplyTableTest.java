// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkComponent;
import io.github.camelark.ArkConsumer;
import io.github.camelark.ArkInternals;
import io.github.camelark.api.ApiOperation;
import io.github.camelark.dialect.Dialect;
import io.github.camelark.dialect.Dialects;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkQuotaException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.support.ReportedFailures;
import io.github.camelark.test.ScriptedServer;
import io.github.camelark.transport.FakeTime;
import io.github.camelark.transport.Repeat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every row of the table, by every operation of every provider and by a poll of the consumer. One
 * context serves all rows: there are hundreds.
 */
class ReplyTableTest {

  private static final String ID = "file-1";

  private static CamelContext context;
  private static List<Throwable> reported;

  @BeforeAll
  static void startCamel() {
    ArkComponent component = ArkInternals.component(new FakeTime());
    reported = new ArrayList<>();
    context = new DefaultCamelContext();
    context.addComponent("ark", component);
    context.getRegistry().bind("reported", new ReportedFailures(reported));
    context.start();
  }

  @AfterAll
  static void stopCamel() throws Exception {
    context.close();
  }

  @ParameterizedTest(name = "{1}: {2}")
  @MethodSource("calls")
  void failsAsTheTableSays(Dialect dialect, ApiOperation operation, ReplyExample example) {
    try (ScriptedServer server = ScriptedServer.start(example.reply())) {
      String call =
          "ark:%s?operation=%s".formatted(operation.resource(), operation.operation())
              + idOption(operation);

      ArkException failure = call(call + options(dialect, server), operation);

      check(failure, server, row(example, operation), operation);
      assertThat(failure.method()).isEqualTo(operation.method());
      assertThat(failure.url())
          .startsWith(server.baseUrl())
          .contains("/" + operation.resource())
          .doesNotContain("?");
    }
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("polls")
  void failsAPollAsTheTableSays(Dialect dialect, ReplyExample example) throws Exception {
    reported.clear();
    try (ScriptedServer server = ScriptedServer.start(example.reply())) {
      String options = "&startScheduler=false&exceptionHandler=#reported";
      ArkConsumer consumer =
          (ArkConsumer)
              context
                  .getEndpoint("ark:files?operation=list" + options(dialect, server) + options)
                  .createConsumer(exchange -> {});
      consumer.start();
      consumer.run();
      consumer.stop();

      assertThat(reported).hasSize(1);
      check(
          (ArkException) reported.get(0),
          server,
          row(example, ApiOperation.LIST_FILES),
          ApiOperation.LIST_FILES);
    }
  }

  @Test
  void hasAnExampleOfEveryRow() {
    assertThat(ReplyExample.withoutExample())
        .as("tested by every other test, and by PossiblyExecutedDeletionTest and AwaitTest")
        .containsExactly(
            ReplyRow.SUCCESS,
            ReplyRow.NOT_USABLE,
            ReplyRow.NOT_GENERATED,
            ReplyRow.MISSING_AFTER_LOSS);
  }

  private static void check(
      ArkException failure, ScriptedServer server, ReplyRow row, ApiOperation operation) {
    boolean repeated =
        row.repeat() == Repeat.ALWAYS
            || (row.repeat() == Repeat.IF_SAFE && operation.isRepeatable());
    String afterLoss = row.mayHaveBeenExecuted() ? operation.adviceAfterLoss("a.txt") : null;
    assertThat(failure).isExactlyInstanceOf(row.exception());
    assertThat(failure.getMessage())
        .contains(afterLoss == null ? row.advice().split("[:{]")[0].strip() : afterLoss);
    assertThat(failure.mayHaveBeenExecuted()).isEqualTo(row.mayHaveBeenExecuted());
    assertThat(failure.isTransient()).isEqualTo(row.exception() == ArkUnavailableException.class);
    assertThat(failure instanceof ArkQuotaException quota && quota.storage())
        .isEqualTo(row == ReplyRow.STORAGE_FULL);
    assertThat(server.journal()).hasSize(repeated ? 3 : 1);
  }

  /** What a call does not name cannot be missing, but for what is in a question. */
  private static ReplyRow row(ReplyExample example, ApiOperation operation) {
    boolean creates = operation == ApiOperation.CREATE_RESPONSE;
    return switch (example.row()) {
      case MISSING ->
          operation.isById()
              ? ReplyRow.MISSING
              : creates ? ReplyRow.REFUSED : ReplyRow.WRONG_ADDRESS;
      case MISSING_OR_WRONG_ADDRESS -> operation.isById() ? example.row() : ReplyRow.WRONG_ADDRESS;
      case DOWN -> creates ? ReplyRow.FAILED : ReplyRow.DOWN;
      default -> example.row();
    };
  }

  static Stream<Object[]> calls() {
    return Dialects.all().stream()
        .flatMap(
            dialect ->
                dialect.operations().stream()
                    .flatMap(
                        operation ->
                            examples(operation)
                                .map(example -> new Object[] {dialect, operation, example})));
  }

  static Stream<Object[]> polls() {
    return Dialects.all().stream()
        .flatMap(
            dialect ->
                examples(ApiOperation.LIST_FILES).map(example -> new Object[] {dialect, example}));
  }

  /** Only what names one thing can be about another; a content may be anything. */
  private static Stream<ReplyExample> examples(ApiOperation operation) {
    return ReplyExample.all().stream()
        .filter(
            example ->
                (operation.isById() || !example.body().contains("\"another\""))
                    && (operation != ApiOperation.FILE_CONTENT
                        || example.row() != ReplyRow.UNREADABLE));
  }

  private static String idOption(ApiOperation operation) {
    return operation.isById() ? "&%s=%s".formatted(operation.resource().idOption(), ID) : "";
  }

  private static String options(Dialect dialect, ScriptedServer server) {
    return "&provider=%s&baseUrl=%s&apiKey=fake-key-1&requestsPerSecond=0&retryDelay=0"
        .formatted(dialect.name(), server.baseUrl());
  }

  private static ArkException call(String uri, ApiOperation operation) {
    ExchangeBuilder exchange = ExchangeBuilder.anExchange(context);
    if (!operation.isRepeatable()) {
      exchange.withBody("{\"model\":\"a\"}").withHeader(Exchange.FILE_NAME, "a.txt");
    }
    if (operation == ApiOperation.UPLOAD_FILE) {
      exchange.withHeader("CamelArkPurpose", "assistants");
    }
    return context
        .createProducerTemplate()
        .send(uri, exchange.build())
        .getException(ArkException.class);
  }
}
