// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkConsumer;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedProvider;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.engine.DefaultShutdownStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A claim is given back on every way out. */
class ConsumerClaimTest extends ConsumerTestSupport {

  private final CountDownLatch gate = new CountDownLatch(1);

  @Test
  void failingSecondPageComesAfterTheFilesOfTheFirstAndKeepsNoClaim() throws Exception {
    addFiles(20);
    consume("limit=10&inProgressRepository=#claims");
    simulator().failNext(1, ConsumerTestSupport::isListAfterAFile, SimulatedFault.status(500));

    poll();

    assertThat(emitted).hasSize(10);
    assertThat(reported).singleElement().isInstanceOf(ArkUnavailableException.class);
    assertThat(claims.getCacheSize()).isZero();
    assertThat(polled()).hasSize(10).doesNotContain("file-0010").contains("file-0020");
  }

  @Test
  void failedPageIsNotRequestedAgainInTheSamePoll() throws Exception {
    addFiles(30);
    consume("limit=10");
    simulator().failNext(1, ConsumerTestSupport::isListAfterAFile, SimulatedFault.status(500));

    poll();

    assertThat(lists()).hasSize(2);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"stop", "suspend"})
  void stopDuringABatchFinishesOneFileAndReleasesTheRest(String how) throws Exception {
    addFiles(10);
    consume("inProgressRepository=#claims", exchange -> gate.await());
    CompletableFuture<Void> polling = CompletableFuture.runAsync(this::poll, OWN_THREAD);
    eventually(() -> emitted.size() == 1);
    assertThat(claims.getCacheSize()).isEqualTo(10);
    ArkConsumer consumer = consumer();

    CompletableFuture<Void> stopping = CompletableFuture.runAsync(() -> halt(how), OWN_THREAD);
    eventually(() -> !consumer.isBatchAllowed());
    gate.countDown();
    polling.join();
    stopping.join();

    assertThat(emitted).containsExactly("file-0001");
    assertThat(claims.getCacheSize()).isZero();
    assertThat(reported).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"stop", "suspend"})
  void remainingFilesArriveAfterARestart(String how) throws Exception {
    stopDuringABatchFinishesOneFileAndReleasesTheRest(how);

    if (how.equals("stop")) {
      context.getRouteController().startRoute("consumer");
    } else {
      context.getRouteController().resumeRoute("consumer");
    }
    poll();

    assertThat(emitted).hasSize(10).doesNotHaveDuplicates();
  }

  private void halt(String how) {
    try {
      if (how.equals("stop")) {
        context.getRouteController().stopRoute("consumer");
      } else {
        context.getRouteController().suspendRoute("consumer");
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void stopDoesNotWaitForASlowPage() throws Exception {
    addFiles(2);
    simulator()
        .failNext(
            1, ConsumerTestSupport::isListAfterAFile, SimulatedFault.delay(Duration.ofSeconds(45)));
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(uri(
                    SimulatedProvider.ARK,
                    "initialDelay=0&delay=1h&limit=1&inProgressRepository=#claims"))
                .routeId("consumer")
                .process(ConsumerClaimTest.this::note);
          }
        });
    eventually(() -> lists().size() == 2);
    ArkConsumer consumer = consumer();

    context.getRouteController().stopRoute("consumer", 1, TimeUnit.MILLISECONDS);

    eventually(() -> !consumer.isPolling());
    assertThat(claims.getCacheSize()).isZero();
    assertThat(emitted).isEmpty();
  }

  @Test
  void forcedStopReceivesNoFileAndReleasesItsClaims() throws Exception {
    context.close();
    context = newContext();
    context.setShutdownStrategy(new ForcedShutdown());
    context.start();
    addFiles(3);
    consume("inProgressRepository=#claims&delay=1h");

    poll();

    assertThat(emitted).isEmpty();
    assertThat(reported).isEmpty();
    assertThat(claims.getCacheSize()).isZero();
  }

  @Test
  void fileClaimedElsewhereIsSkipped() throws Exception {
    addFiles(3);
    claims.add("file-0002");
    consume("inProgressRepository=#claims");

    assertThat(polled()).containsExactly("file-0001", "file-0003");
    claims.remove("file-0002");
    assertThat(polled()).containsExactly("file-0002");
  }

  private static final class ForcedShutdown extends DefaultShutdownStrategy {

    @Override
    public boolean isForceShutdown() {
      return true;
    }
  }
}
