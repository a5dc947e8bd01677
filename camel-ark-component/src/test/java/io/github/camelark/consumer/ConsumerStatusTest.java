// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelark.support.CapturedLog;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The option {@code status}: neutral words, the provider's own, and unknown ones. */
class ConsumerStatusTest extends ConsumerTestSupport {

  private static final List<String> STATUSES =
      List.of(
          "processing",
          "active",
          "failed",
          "uploaded",
          "pending",
          "running",
          "processed",
          "error",
          "deleting",
          "deleted",
          "ready",
          "unheard-of");

  private void consume(SimulatedProvider provider, String options) throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(uri(provider, "startScheduler=false&" + options))
                .routeId("consumer")
                .process(ConsumerStatusTest.this::note);
          }
        });
  }

  @ParameterizedTest(name = "{0} status={1}")
  @CsvSource({
    "ARK, processing, processing",
    "ARK, ready, 'active,ready'",
    "ARK, active, active",
    "ARK, failed, failed",
    "ARK, 'ready,failed', 'active,failed,ready'",
    "OPENAI, processing, 'processing,uploaded,pending,running'",
    "OPENAI, ready, 'processed,ready'",
    "OPENAI, failed, 'error,deleting,deleted'",
    "OPENAI, error, error",
    "AZURE, ready, 'processed,ready'",
    "AZURE, pending, pending",
    "ARK, unheard-of, unheard-of"
  })
  void neutralWordMeansThoseOfTheProvider(
      SimulatedProvider provider, String status, String expected) throws Exception {
    // the simulator has active and failed in the provider's words
    STATUSES.stream()
        .filter(
            one -> provider == SimulatedProvider.ARK || !List.of("active", "failed").contains(one))
        .forEach(
            one ->
                simulator()
                    .addFile(
                        provider, SimulatedFile.named(one + ".pdf").withId(one).withStatus(one)));
    consume(provider, "status=" + status);

    poll();

    assertThat(emitted).containsExactlyInAnyOrder(expected.split(","));
  }

  @ParameterizedTest(name = "{0} status={1}")
  @CsvSource({
    "ARK, processed",
    "ARK, uploaded",
    "ARK, error",
    "ARK, actve",
    "ARK, acitve",
    "ARK, Active",
    "ARK, ACTIVE",
    "ARK, faild",
    "ARK, procesing",
    "ARK, proccesed",
    "ARK, redy",
    "ARK, 'active,procesed'",
    "OPENAI, active",
    "OPENAI, Processed",
    "OPENAI, process",
    "AZURE, active",
    "AZURE, eror"
  })
  void misspelledStatusIsRefusedAndTheRightOnesNamed(SimulatedProvider provider, String status) {
    assertThatThrownBy(() -> consume(provider, "status=" + status))
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "status",
            status.replaceFirst(".*,", ""),
            "provider " + provider.name().toLowerCase(),
            provider == SimulatedProvider.ARK ? "processing, active, failed" : "processed, error",
            "ready");
  }

  @ParameterizedTest
  @CsvSource({"archived", "inactive", "expired", "quarantined"})
  void unknownStatusIsAcceptedWithOneWarning(String status) throws Exception {
    try (CapturedLog log = CapturedLog.ofTheComponent()) {
      consume("status=ready," + status);
      context.getRouteController().stopRoute("consumer");
      context.getRouteController().startRoute("consumer");

      assertThat(log.warnings())
          .singleElement()
          .satisfies(
              warning ->
                  assertThat(warning).contains("'" + status + "'", "processing, active, failed"));
    }
  }

  @Test
  void knownStatusesCauseNoWarning() throws Exception {
    try (CapturedLog log = CapturedLog.ofTheComponent()) {
      consume("status=processing,ready,failed,active");

      assertThat(log.warnings()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "status",
    "purpose",
    "filterFile",
    "filter",
    "idempotentKey",
    "olderThan",
    "expiringWithin",
    "idempotent"
  })
  void emptyFilterIsIgnored(String filter) throws Exception {
    List<String> ids = addFiles(2);
    consume(filter + "=");

    assertThat(polled()).containsExactlyElementsOf(ids);
  }

  @ParameterizedTest
  @CsvSource({"status", "filterFile", "idempotentKey"})
  void blankFilterIsIgnored(String filter) throws Exception {
    List<String> ids = addFiles(2);
    consume(filter + "=RAW(  )");

    assertThat(polled()).containsExactlyElementsOf(ids);
  }
}
