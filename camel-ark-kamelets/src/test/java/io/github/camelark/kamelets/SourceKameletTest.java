// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.model.ArkFile;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SourceKameletTest extends KameletTestSupport {

  private static final String KAMELET = "ark-files-source";

  private final BlockingQueue<String> names = new LinkedBlockingQueue<>();

  @ParameterizedTest
  @EnumSource
  void receivesTheFilesThatAreThere(SimulatedProvider provider) throws Exception {
    List<SimulatedFile> files = simulator().addFiles(provider, 3);

    consume(provider, this::remember);

    assertThat(take(3))
        .containsExactlyInAnyOrderElementsOf(files.stream().map(SimulatedFile::filename).toList());
  }

  @Test
  void receivesOnlyMatchingFiles() throws Exception {
    SimulatedProvider ark = SimulatedProvider.ARK;
    simulator().addFile(ark, SimulatedFile.named("failed").withStatus("failed"));
    simulator().addFile(ark, SimulatedFile.named("batch").withPurpose("batch"));
    simulator().addFile(ark, SimulatedFile.named("wanted"));
    set(KAMELET, "status", "active");
    set(KAMELET, "purpose", "user_data");
    NotifyBuilder polled = new NotifyBuilder(context).whenDone(1).create();

    consume(ark, this::remember);

    assertThat(take(1)).containsExactly("wanted");
    assertThat(polled.matches(30, TimeUnit.SECONDS)).isTrue();
    assertThat(names).isEmpty();
  }

  @Test
  void deletesAFileOnlyWhenItsRouteIsDone() throws Exception {
    SimulatedFile file = simulator().addFile(SimulatedProvider.ARK);
    AtomicInteger tries = new AtomicInteger();
    CountDownLatch through = new CountDownLatch(1);
    set(KAMELET, "deleteAfterRead", "true");
    NotifyBuilder done = new NotifyBuilder(context).fromRoute("take").whenCompleted(1).create();

    consume(
        SimulatedProvider.ARK,
        exchange -> {
          assertThat(simulator().hasFile(SimulatedProvider.ARK, file.id())).isTrue();
          if (tries.incrementAndGet() == 1) {
            throw new IllegalStateException("the first time it fails");
          }
          through.countDown();
        });

    assertThat(through.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(done.matches(30, TimeUnit.SECONDS)).isTrue();
    context.stop();
    assertThat(simulator().hasFile(SimulatedProvider.ARK, file.id())).isFalse();
    assertThat(tries).hasValue(2);
  }

  @Test
  void skipsFilesThatARepositoryKnows() throws Exception {
    SimulatedProvider ark = SimulatedProvider.ARK;
    SimulatedFile old = simulator().addFile(ark, SimulatedFile.named("old"));
    simulator().addFile(ark, SimulatedFile.named("new"));
    MemoryIdempotentRepository done = new MemoryIdempotentRepository();
    done.start();
    done.add(old.id());
    context.getRegistry().bind("done", done);
    set(KAMELET, "idempotentRepository", "#done");

    consume(ark, this::remember);

    assertThat(take(1)).containsExactly("new");
  }

  @ParameterizedTest
  @CsvSource({"olderThan, 1h", "expiringWithin, 1h"})
  void receivesOnlyWhatIsOfTheWantedAge(String property, String value) throws Exception {
    SimulatedProvider ark = SimulatedProvider.ARK;
    Instant now = Instant.now();
    simulator().addFile(ark, SimulatedFile.named("young").withExpireAt(now.plusSeconds(90_000)));
    simulator()
        .addFile(
            ark,
            SimulatedFile.named("old")
                .withCreatedAt(now.minusSeconds(7_200))
                .withExpireAt(now.plusSeconds(600)));
    set(KAMELET, property, value);
    NotifyBuilder polled = new NotifyBuilder(context).whenDone(1).create();

    consume(ark, this::remember);

    assertThat(take(1)).containsExactly("old");
    assertThat(polled.matches(30, TimeUnit.SECONDS)).isTrue();
    assertThat(names).isEmpty();
  }

  @Test
  void keepsClaimsAndCursorInTheGivenRepositories() throws Exception {
    Queue<String> claimed = new ConcurrentLinkedQueue<>();
    BlockingQueue<String> cursors = new LinkedBlockingQueue<>();
    context.getRegistry().bind("claims", claims(claimed));
    context.getRegistry().bind("cursors", cursors(cursors));
    List<String> files = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      SimulatedFile old =
          SimulatedFile.named("old").withCreatedAt(Instant.now().minusSeconds(7200));
      files.add(simulator().addFile(SimulatedProvider.ARK, old).id());
    }
    set(KAMELET, "maxMessagesPerPoll", "2");
    set(KAMELET, "inProgressRepository", "#claims");
    set(KAMELET, "cursorRepository", "#cursors");

    consume(SimulatedProvider.ARK, this::remember);

    take(3);
    assertThat(claimed).containsAll(files);
    // files of one second have no order: the position moves when a poll finds all of it done
    assertThat(cursors.poll(30, TimeUnit.SECONDS)).endsWith(files.get(2));
  }

  private static MemoryIdempotentRepository claims(Queue<String> claimed) {
    return new MemoryIdempotentRepository() {
      @Override
      public boolean add(String key) {
        claimed.add(key);
        return super.add(key);
      }
    };
  }

  private static MemoryStateRepository cursors(Queue<String> cursors) {
    return new MemoryStateRepository() {
      @Override
      public void setState(String key, String value) {
        cursors.add(value);
        super.setState(key, value);
      }
    };
  }

  private void consume(SimulatedProvider provider, Processor processor) throws Exception {
    configure(KAMELET, provider);
    set(KAMELET, "delay", "50ms");
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("kamelet:" + KAMELET).routeId("take").process(processor);
          }
        });
    context.start();
  }

  private void remember(Exchange exchange) {
    names.add(exchange.getMessage().getBody(ArkFile.class).filename());
  }

  private List<String> take(int count) throws InterruptedException {
    List<String> taken = new ArrayList<>();
    while (taken.size() < count) {
      String name = names.poll(30, TimeUnit.SECONDS);
      assertThat(name).as("file %d of %d", taken.size() + 1, count).isNotNull();
      taken.add(name);
    }
    return taken;
  }
}
