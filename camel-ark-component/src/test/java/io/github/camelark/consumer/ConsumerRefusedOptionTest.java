// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelark.test.SimulatedProvider;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsumerRefusedOptionTest extends ConsumerTestSupport {

  @BeforeEach
  void bindBeans() {
    context.getRegistry().bind("cursors", new MemoryStateRepository());
    context.getRegistry().bind("text", "no predicate");
  }

  private static void refused(ThrowingCallable start, String option) {
    assertThatThrownBy(start)
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(option)
        .message()
        .doesNotContain(simulator().apiKey(SimulatedProvider.ARK));
    assertThat(simulator().journal()).isEmpty();
  }

  private void startRoute(String uri) throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(uri).to("mock:out");
          }
        });
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "operation=retrieve, operation",
    "operation=delete, operation",
    "after=file-1, after",
    "fileId=file-1, fileId",
    "responseId=resp-1, responseId",
    "paging=all, paging",
    "paging=stream, paging",
    "ignoreMissing=true, ignoreMissing",
    "olderThan=0, olderThan",
    "expiringWithin=0, expiringWithin",
    "cursorLag=-PT1S, cursorLag",
    "fullScanInterval=-PT1S, fullScanInterval",
    "olderThan=99999999d, olderThan",
    "fullScanInterval=99999999d, fullScanInterval",
    "status=actve, status",
    "'status=active,processed', status",
    "'status=RAW( , )', status",
    "filterFile=RAW(${body.id), filterFile",
    "filterFile=RAW(${body.id} ==), filterFile",
    "filterFile=RAW(${nosuchfunction}), filterFile",
    "idempotentKey=RAW(${body.id), idempotentKey",
    "delay=0, delay",
    "limit=101, limit",
    "order=sideways, order",
    "filter=#text, filter",
    "cursorRepository=#cursors&order=desc, order=desc",
    "cursorRepository=#cursors&expiringWithin=24h, expiringWithin",
    "cursorRepository=#cursors&deleteAfterRead=true, deleteAfterRead"
  })
  void isRefusedAtStart(String options, String named) {
    refused(() -> startRoute(uri(options)), named);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"cursorRepository=#cursors", "order=asc", "limit=10"})
  void isRefusedAtStartWhereListsComeWhole(String option) {
    refused(() -> startRoute(uri(SimulatedProvider.AZURE, option)), option.replaceFirst("=.*", ""));
  }

  @Test
  void responsesCannotBeConsumed() {
    refused(() -> startRoute(uri("").replace("ark:files", "ark:responses")), "ark:responses");
  }

  @Test
  void isRefusedForOneFileAtATimeToo() {
    refused(
        () -> context.createConsumerTemplate().receiveNoWait(uri("operation=delete")), "operation");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "operation=list",
        "paging=page",
        "order=desc",
        "cursorRepository=#cursors&order=asc",
        "cursorLag=0&fullScanInterval=0"
      })
  void isAccepted(String options) throws Exception {
    startRoute(uri(options));

    assertThat(context.getRoutes()).hasSize(1);
  }
}
