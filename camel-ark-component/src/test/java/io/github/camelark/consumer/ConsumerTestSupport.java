// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkComponent;
import io.github.camelark.ArkConsumer;
import io.github.camelark.ArkInternals;
import io.github.camelark.model.ArkFile;
import io.github.camelark.support.ReportedFailures;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SettableClock;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import io.github.camelark.transport.SleeplessTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A route that consumes from the simulator. One clock, which only the test moves, is that of the
 * component and of the simulator; a poll happens when the test says so.
 */
@Timeout(60)
public abstract class ConsumerTestSupport {

  public static final SettableClock CLOCK = new SettableClock();

  @RegisterExtension
  public static final ArkSimulatorExtension SIMULATOR =
      ArkSimulatorExtension.create(settings -> settings.clock(CLOCK));

  /**
   * For what blocks. The common pool has one thread on a machine with two processors, and JDK 25
   * makes no others in its place.
   */
  public static final Executor OWN_THREAD =
      task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
      };

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The ids of the files that came, in order. */
  public final List<String> emitted = new CopyOnWriteArrayList<>();

  /** What the consumer's exception handler received. */
  public final List<Throwable> reported = new CopyOnWriteArrayList<>();

  /** The claims, if the URI says {@code inProgressRepository=#claims}. */
  public final MemoryIdempotentRepository claims =
      (MemoryIdempotentRepository) MemoryIdempotentRepository.memoryIdempotentRepository(10_000);

  public DefaultCamelContext context;
  public String latestOptions;

  @BeforeEach
  public void startCamel() throws Exception {
    CLOCK.reset();
    context = newContext();
    context.start();
  }

  @AfterEach
  public void stopCamel() throws Exception {
    context.close();
  }

  public final DefaultCamelContext newContext() {
    DefaultCamelContext fresh = new DefaultCamelContext();
    ArkComponent component = new ArkComponent();
    ArkInternals.setTime(component, new SleeplessTime(CLOCK, () -> CLOCK.passed().toNanos()));
    fresh.addComponent("ark", component);
    fresh.getRegistry().bind("reported", new ReportedFailures(reported));
    fresh.getRegistry().bind("claims", claims);
    fresh.getShutdownStrategy().setTimeout(10);
    return fresh;
  }

  public static ArkSimulator simulator() {
    return SIMULATOR.simulator();
  }

  /** The URI of a consumer that polls when {@link #poll} is called. */
  public static String uri(String options) {
    return uri(SimulatedProvider.ARK, "startScheduler=false&exceptionHandler=#reported&" + options);
  }

  /** The URI of an endpoint without pauses. */
  public static String uri(SimulatedProvider provider, String options) {
    return "ark:files?provider=%s&baseUrl=%s&apiKey=%s&requestsPerSecond=0&maxRetries=0&%s"
        .formatted(
            provider.name().toLowerCase(Locale.ROOT),
            simulator().baseUrl(provider),
            simulator().apiKey(provider),
            options)
        .replaceFirst("&$", "");
  }

  /** Starts a route that records the files it receives. */
  public void consume(String options) throws Exception {
    consume(options, exchange -> {});
  }

  /** Starts a route that records the files it receives, then processes them. */
  public void consume(String options, Processor processor) throws Exception {
    latestOptions = options;
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(uri(options))
                .routeId("consumer")
                .process(ConsumerTestSupport.this::note)
                .process(processor);
          }
        });
  }

  public void note(Exchange exchange) {
    emitted.add(idOf(exchange));
  }

  public static String idOf(Exchange exchange) {
    return exchange.getMessage().getBody(ArkFile.class).id();
  }

  public ArkConsumer consumer() {
    return (ArkConsumer) context.getRoute("consumer").getConsumer();
  }

  /** What the scheduler does once per delay. */
  public void poll() {
    consumer().run();
  }

  /** Polls and gives the ids that came in it, in order. */
  public List<String> polled() {
    int before = emitted.size();
    poll();
    return new ArrayList<>(emitted.subList(before, emitted.size()));
  }

  /** The queries of all lists so far. */
  public static List<String> lists() {
    return simulator().journal().stream()
        .filter(request -> request.method().equals("GET"))
        .map(request -> String.valueOf(request.query()))
        .toList();
  }

  public static boolean isList(RecordedRequest request) {
    return request.method().equals("GET");
  }

  public static boolean isListAfterAFile(RecordedRequest request) {
    return isList(request) && String.valueOf(request.query()).contains("after=");
  }

  /** Adds files that all were created that many seconds ago. */
  public static List<String> addFiles(int count, int secondsAgo) {
    Instant created = CLOCK.instant().minusSeconds(secondsAgo);
    return IntStream.range(0, count)
        .mapToObj(i -> add(SimulatedFile.named("report.pdf").withCreatedAt(created)))
        .toList();
  }

  public static String add(SimulatedFile file) {
    return simulator().addFile(SimulatedProvider.ARK, file).id();
  }

  /** Adds files with ids from file-0001 on, one second apart, the last one a second old. */
  public static List<String> addFiles(int count) {
    return simulator().addFiles(SimulatedProvider.ARK, count).stream()
        .map(SimulatedFile::id)
        .toList();
  }

  public static void remove(String id) {
    simulator().removeFile(SimulatedProvider.ARK, id);
  }

  public static List<String> stored() {
    return simulator().files(SimulatedProvider.ARK).stream().map(SimulatedFile::id).toList();
  }

  /** Waits until something is so. */
  public static void eventually(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
    assertThat(condition.getAsBoolean()).as("in time").isTrue();
  }
}
