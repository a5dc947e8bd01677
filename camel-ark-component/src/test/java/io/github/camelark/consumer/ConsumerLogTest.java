// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.support.CapturedLog;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedProvider;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a consumer without an exception handler of the user's logs. */
class ConsumerLogTest extends ConsumerTestSupport {

  private void consumeWithoutHandler(String options) throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(uri(SimulatedProvider.ARK, "startScheduler=false&" + options))
                .routeId("consumer")
                .process(ConsumerLogTest.this::note);
          }
        });
  }

  @ParameterizedTest(name = "HTTP {0}")
  @ValueSource(ints = {401, 403, 503})
  void pollThatTheServiceRefusesIsOneLine(int status) throws Exception {
    simulator().failNext(2, SimulatedFault.status(status));
    consumeWithoutHandler("");

    try (CapturedLog log = CapturedLog.ofTheComponent()) {
      poll();
      poll();

      assertThat(log.warnings()).hasSize(2).allMatch(line -> line.contains("HTTP " + status));
      assertThat(log.warnings()).allMatch(line -> line.contains("try again at next poll"));
      assertThat(log.text().lines()).hasSize(2);
    }
  }

  @Test
  void fileThatCannotBeDeletedIsOneLine() throws Exception {
    addFiles(1);
    simulator()
        .failNext(1, request -> request.method().equals("DELETE"), SimulatedFault.status(401));
    consumeWithoutHandler("deleteAfterRead=true");

    try (CapturedLog log = CapturedLog.ofTheComponent()) {
      poll();

      assertThat(log.warnings()).singleElement().asString().contains("file-0001", "HTTP 401");
      assertThat(log.text().lines()).hasSize(1);
    }
  }

  @Test
  void failureOfTheUsersCodeKeepsItsTrace() throws Exception {
    addFiles(1);
    context
        .getRegistry()
        .bind(
            "mine",
            (java.util.function.Predicate<Object>)
                file -> {
                  throw new IllegalStateException("mine");
                });
    consumeWithoutHandler("filter=#mine");

    try (CapturedLog log = CapturedLog.ofTheComponent()) {
      poll();

      assertThat(log.text()).contains("IllegalStateException: mine", "\tat ");
    }
  }
}
