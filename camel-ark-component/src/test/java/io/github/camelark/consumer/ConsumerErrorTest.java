// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.model.ArkFile;
import io.github.camelark.test.SimulatedProvider;
import java.time.Duration;
import java.util.HashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.impl.engine.DefaultShutdownStrategy;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An error of the JVM ends a poll, but never the consumer, and leaves no claim behind. */
class ConsumerErrorTest extends ConsumerTestSupport {

  private final AtomicBoolean fails = new AtomicBoolean(true);

  private void failOnce(String kind) {
    if (fails.getAndSet(false)) {
      throw error(kind);
    }
  }

  private static Error error(String kind) {
    return kind.equals("StackOverflowError")
        ? new StackOverflowError("by the test")
        : new NoClassDefFoundError("by the test");
  }

  private HealthCheck.State health() {
    return consumer().getHealthCheck().call().getState();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"NoClassDefFoundError", "StackOverflowError"})
  void errorOfAFilterFailsThePollAndAllFilesComeInTheNext(String kind) throws Exception {
    addFiles(6);
    Predicate<ArkFile> filter =
        file -> {
          if (file.id().equals("file-0004")) {
            failOnce(kind);
          }
          return true;
        };
    context.getRegistry().bind("mine", filter);
    consume("filter=#mine&inProgressRepository=#claims");

    poll();

    assertThat(emitted).isEmpty();
    assertThat(claims.getCacheSize()).isZero();
    assertThat(reported).singleElement().asString().contains(kind);
    assertThat(health()).isEqualTo(HealthCheck.State.DOWN);
    assertThat(polled()).hasSize(6);
    assertThat(health()).isEqualTo(HealthCheck.State.UP);
  }

  @ParameterizedTest(name = "request {0}")
  @ValueSource(ints = {1, 2})
  void errorOfTheHttpClientFailsThePollAndAllFilesCome(int failing) throws Exception {
    addFiles(6);
    AtomicInteger requests = new AtomicInteger();
    HttpClientConfigurer configurer =
        client ->
            client.addRequestInterceptorFirst(
                (request, entity, http) -> {
                  if (requests.incrementAndGet() == failing) {
                    throw error("NoClassDefFoundError");
                  }
                });
    context.getRegistry().bind("mine", configurer);
    consume("limit=3&http.httpClientConfigurer=#mine&inProgressRepository=#claims");

    poll();
    assertThat(reported).hasSize(1);
    assertThat(health()).isEqualTo(HealthCheck.State.DOWN);
    assertThat(claims.getCacheSize()).isZero();
    poll();

    assertThat(reported).hasSize(1);
    assertThat(emitted).hasSize(6).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"contains", "add", "confirm"})
  void errorOfARepositoryKeepsNoClaim(String method) throws Exception {
    addFiles(3);
    context.getRegistry().bind("done", new Failing(method, fails));
    consume("idempotentRepository=#done&inProgressRepository=#claims&delay=1");

    poll();
    assertThat(claims.getCacheSize()).isZero();
    CLOCK.advance(Duration.ofSeconds(1));
    poll();

    assertThat(reported).singleElement().asString().contains("by the test");
    assertThat(emitted).contains("file-0001", "file-0002", "file-0003");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"contains", "add", "remove"})
  void errorOfTheRepositoryOfClaimsKeepsNoFileAway(String method) throws Exception {
    addFiles(3);
    context.getRegistry().bind("failing", new Failing(method, fails));
    consume("inProgressRepository=#failing");

    poll();
    poll();
    poll();

    assertThat(emitted).containsExactlyInAnyOrder("file-0001", "file-0002", "file-0003");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"NoClassDefFoundError", "StackOverflowError"})
  void errorOfAProcessorIsAFailureOfItsFile(String kind) throws Exception {
    addFiles(3);
    consume("inProgressRepository=#claims&delay=1", exchange -> failOnce(kind));

    poll();

    assertThat(emitted).hasSize(3);
    assertThat(claims.getCacheSize()).isZero();
    CLOCK.advance(Duration.ofSeconds(1));
    assertThat(polled()).containsExactly("file-0001");
  }

  @Test
  void errorOfThePollStrategyDoesNotReachTheScheduler() throws Exception {
    addFiles(2);
    context.getRegistry().bind("strategy", new FailingStrategy(fails));
    consume("pollStrategy=#strategy");

    poll();

    assertThat(polled()).hasSize(2);
  }

  @Test
  void schedulerGoesOnAfterAnError() throws Exception {
    addFiles(6);
    Predicate<ArkFile> filter =
        file -> {
          failOnce("NoClassDefFoundError");
          return true;
        };
    context.getRegistry().bind("mine", filter);
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(uri(SimulatedProvider.ARK, "initialDelay=0&delay=5&filter=#mine"))
                .routeId("consumer")
                .process(ConsumerErrorTest.this::note);
          }
        });

    eventually(() -> emitted.size() == 6);
  }

  @Test
  void errorWhileAFileIsDeletedLetsItComeAgain() throws Exception {
    addFiles(1);
    context.getRegistry().bind("done", new Failing("add", fails));
    consume(
        "deleteAfterRead=true&idempotent=true&idempotentRepository=#done"
            + "&inProgressRepository=#claims");

    poll();

    assertThat(stored()).isEmpty();
    assertThat(claims.getCacheSize()).isZero();
    assertThat(reported).singleElement().isInstanceOf(NoClassDefFoundError.class);
    assertThat(polled()).isEmpty();
  }

  @Test
  void errorOfTheRouteItselfKeepsNoClaim() throws Exception {
    context.close();
    context = newContext();
    FailingShutdown shutdown = new FailingShutdown();
    context.setShutdownStrategy(shutdown);
    context.start();
    addFiles(3);
    consume("inProgressRepository=#claims&delay=1");
    shutdown.fails = true;

    poll();

    shutdown.fails = false;
    assertThat(claims.getCacheSize()).isZero();
    CLOCK.advance(Duration.ofSeconds(1));
    assertThat(polled()).hasSize(3);
  }

  /** Camel asks it before each exchange, outside of any error handler. */
  private static final class FailingShutdown extends DefaultShutdownStrategy {

    private boolean fails;

    @Override
    public boolean isForceShutdown() {
      if (fails) {
        throw new NoClassDefFoundError("by the test");
      }
      return super.isForceShutdown();
    }
  }

  private static final class FailingStrategy extends DefaultPollingConsumerPollStrategy {

    private final AtomicBoolean fails;

    FailingStrategy(AtomicBoolean fails) {
      this.fails = fails;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
      if (fails.getAndSet(false)) {
        throw new NoClassDefFoundError("by the test");
      }
      return true;
    }
  }

  /** Fails once, in one of its methods. */
  private static final class Failing extends MemoryIdempotentRepository {

    private final String method;
    private final AtomicBoolean fails;

    Failing(String method, AtomicBoolean fails) {
      super(new HashMap<>());
      this.method = method;
      this.fails = fails;
    }

    private void failIn(String called) {
      if (called.equals(method) && fails.getAndSet(false)) {
        throw new NoClassDefFoundError("by the test");
      }
    }

    @Override
    public boolean add(String key) {
      failIn("add");
      return super.add(key);
    }

    @Override
    public boolean contains(String key) {
      failIn("contains");
      return super.contains(key);
    }

    @Override
    public boolean remove(String key) {
      failIn("remove");
      return super.remove(key);
    }

    @Override
    public boolean confirm(String key) {
      failIn("confirm");
      return super.confirm(key);
    }
  }
}
