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

      ArkException failure = call(call + options(dialect, server));

      check(failure, server, row(example, operation));
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
      check((ArkException) reported.get(0), server, row(example, ApiOperation.LIST_FILES));
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

  private static void check(ArkException failure, ScriptedServer server, ReplyRow row) {
    int attempts = row.repeat() == Repeat.NEVER ? 1 : 3;
    assertThat(failure).isExactlyInstanceOf(row.exception());
    assertThat(failure.getMessage()).contains(row.advice().split("[:{]")[0].strip());
    assertThat(failure.mayHaveBeenExecuted()).isEqualTo(row.mayHaveBeenExecuted());
    assertThat(failure.isTransient()).isEqualTo(row.exception() == ArkUnavailableException.class);
    assertThat(failure instanceof ArkQuotaException quota && quota.storage())
        .isEqualTo(row == ReplyRow.STORAGE_FULL);
    assertThat(server.journal()).hasSize(attempts);
  }

  /** A list names nothing that may be missing. */
  private static ReplyRow row(ReplyExample example, ApiOperation operation) {
    boolean names = operation.isById();
    return switch (example.row()) {
      case MISSING, MISSING_OR_WRONG_ADDRESS -> names ? example.row() : ReplyRow.WRONG_ADDRESS;
      default -> example.row();
    };
  }

  static Stream<Object[]> calls() {
    return Dialects.all().stream()
        .flatMap(
            dialect ->
                Stream.of(ApiOperation.values())
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

  /** Nothing in a list is about one id. */
  private static Stream<ReplyExample> examples(ApiOperation operation) {
    return ReplyExample.all().stream()
        .filter(
            example ->
                operation != ApiOperation.LIST_FILES || !example.body().contains("\"another\""));
  }

  private static String idOption(ApiOperation operation) {
    return operation.isById() ? "&%s=%s".formatted(operation.resource().idOption(), ID) : "";
  }

  private static String options(Dialect dialect, ScriptedServer server) {
    return "&provider=%s&baseUrl=%s&apiKey=fake-key-1&requestsPerSecond=0&retryDelay=0"
        .formatted(dialect.name(), server.baseUrl());
  }

  private static ArkException call(String uri) {
    return context
        .createProducerTemplate()
        .send(uri, ExchangeBuilder.anExchange(context).build())
        .getException(ArkException.class);
  }
}
