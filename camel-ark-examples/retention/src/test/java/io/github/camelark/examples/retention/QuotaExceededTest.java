// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelark.ArkComponent;
import io.github.camelark.ArkConstants;
import io.github.camelark.error.ArkQuotaException;
import io.github.camelark.examples.command.Service;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a Camel context as an application has it, with a route of its own. */
class QuotaExceededTest {

  private static final Duration HANG_GUARD = Duration.ofSeconds(30);
  private static final String FULL = "{\"type\":\"quota.exceeded\",\"storage\":true}";

  @RegisterExtension static final ArkSimulatorExtension EXTENSION = ArkSimulatorExtension.create();

  @TempDir Path folder;

  private final ArkSimulator simulator = EXTENSION.simulator();
  private final DefaultCamelContext context = new DefaultCamelContext();
  private ProducerTemplate template;

  @BeforeEach
  void start() throws Exception {
    simulator.addFiles(ARK, 10);
    Service service = new Service("ark", simulator.baseUrl(ARK), simulator.apiKey(ARK), null);
    ArkComponent ark = context.getComponent("ark", ArkComponent.class);
    service.configure(ark.getConfiguration());
    ark.getConfiguration().setRequestsPerSecond(0.0);
    context
        .getRegistry()
        .bind("retention", retention("rules: [{status: active}, {totalBelow: 8kB}]"));
    context.addRoutes(new RetentionRoute());
    context.addRoutes(new DeleteRoute());
    context.addRoutes(new QuotaExceededRoute());
    context.addRoutes(new QuotaEvents());
    context.addRoutes(new UsersRoute());
    context.start();
    template = context.createProducerTemplate();
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  /** Some work of the user's that meets a full storage. */
  private static final class UsersRoute extends RouteBuilder {

    @Override
    public void configure() {
      from("direct:users-work")
          .routeId("users-work")
          .routeConfigurationId("quota-events")
          .to("ark:files?operation=retrieve");
    }
  }

  @Test
  void anEventFreesSpaceByTheRulesWithTotalBelow() {
    Object result = template.requestBody("direct:quota-exceeded", FULL);

    assertThat(result).isInstanceOf(Report.class);
    Report report = (Report) result;
    assertThat(report.count(Outcome.DELETED)).isEqualTo(3);
    assertThat(report.rules()).isEqualTo(Rules.TOTAL_BELOW);
    assertThat(simulator.files(ARK)).hasSize(7);
  }

  @Test
  void aFullStorageThatARouteMeetsFreesSpace() {
    meets(403, "OperationDenied.FileQuotaExceeded");

    await().atMost(HANG_GUARD).until(() -> simulator.files(ARK).size() == 7);
  }

  @Test
  void aPlansQuotaThatARouteMeetsIsNoEvent() {
    NotifyBuilder one =
        new NotifyBuilder(context).wereSentTo("direct:quota-exceeded").whenExactlyDone(1).create();

    meets(429, "QuotaExceeded");
    meets(403, "OperationDenied.FileQuotaExceeded");

    await().atMost(HANG_GUARD).until(() -> simulator.files(ARK).size() == 7);
    await().atMost(HANG_GUARD).until(one::matches);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"quota.exceeded\",\"storage\":false}",
        "{\"type\":\"quota.exceeded\"}",
        "{\"type\":\"quota.exceeded\",\"storage\":null}",
        "{\"type\":\"quota.Exceeded\",\"storage\":true}",
        "{\"type\":\"file.delete\",\"storage\":true,\"id\":\"file-0001\"}",
        "{\"storage\":true}",
        "{}"
      })
  void anotherEventDeletesNothing(String event) {
    Object result = template.requestBody("direct:quota-exceeded", event);

    assertThat(result).isNotInstanceOf(Report.class);
    assertThat(requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "full", "[]", "{\"type\":\"quota.exceeded\",\"storage\":\"very\"}"})
  void whatIsNoEventFailsAndDeletesNothing(String event) {
    Exchange exchange = template.send("direct:quota-exceeded", e -> e.getMessage().setBody(event));

    assertThat(exchange.getException()).isNotNull();
    assertThat(requests()).isEmpty();
  }

  @Test
  void eventsWhileARunGoesOnStartNoOther() throws Exception {
    CountDownLatch listed = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    holdTheListUntil(goOn, listed);
    CompletableFuture<Object> first = template.asyncRequestBody("direct:quota-exceeded", FULL);
    assertThat(listed.await(HANG_GUARD.toSeconds(), TimeUnit.SECONDS)).isTrue();

    List<CompletableFuture<Object>> others = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      others.add(template.asyncRequestBody("direct:quota-exceeded", FULL));
    }
    for (CompletableFuture<Object> other : others) {
      assertThat(other.get(HANG_GUARD.toSeconds(), TimeUnit.SECONDS)).isNotInstanceOf(Report.class);
    }
    goOn.countDown();

    assertThat(first.get(HANG_GUARD.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(Report.class);
    assertThat(requests()).containsExactly("GET", "DELETE", "DELETE", "DELETE");
    assertThat(reports()).isEqualTo(2);
  }

  @Test
  void anEventAfterARunStartsAnother() {
    template.requestBody("direct:quota-exceeded", FULL);
    simulator.addFile(ARK);

    Object result = template.requestBody("direct:quota-exceeded", FULL);

    assertThat(result).isInstanceOf(Report.class);
    assertThat(simulator.files(ARK)).hasSize(7);
  }

  private void meets(int status, String code) {
    simulator.failNext(1, SimulatedFault.status(status, code));

    Exchange exchange =
        template.send(
            "direct:users-work", e -> e.getMessage().setHeader(ArkConstants.FILE_ID, "file-0001"));

    assertThat(exchange.getException()).isInstanceOf(ArkQuotaException.class);
  }

  /** The predicate fits nothing, but holds the request up. */
  private void holdTheListUntil(CountDownLatch goOn, CountDownLatch listed) {
    simulator.failNext(
        1,
        request -> {
          if (request.method().equals("GET")) {
            listed.countDown();
            await().atMost(HANG_GUARD).until(() -> goOn.getCount() == 0);
          }
          return false;
        },
        SimulatedFault.status(500));
  }

  private Retention retention(String policy) {
    TooManyRequests tooManyRequests = new TooManyRequests();
    return new Retention(
        new RetentionSettings(
            "ark", PolicyFile.parse("policy.yaml", policy), false, 1000, folder, Clock.systemUTC()),
        () -> Progress.lines(line -> {}, Duration.ofSeconds(5), tooManyRequests),
        tooManyRequests,
        new Stop());
  }

  private List<String> requests() {
    return simulator.journal().stream().map(RecordedRequest::method).toList();
  }

  private long reports() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }
}
