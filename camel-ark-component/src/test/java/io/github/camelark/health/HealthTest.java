// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.health;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static io.github.camelark.test.SimulatedProvider.AZURE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedProvider;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.impl.health.DefaultHealthCheckRegistry;
import org.apache.camel.impl.health.ProducersHealthCheckRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The health check of producers, where Camel's are on. */
class HealthTest extends RouteTestSupport {

  private ProducersHealthCheckRepository producers;

  @BeforeEach
  void enableProducerHealthChecks() {
    HealthCheckRegistry registry = new DefaultHealthCheckRegistry();
    registry.setCamelContext(context);
    producers = new ProducersHealthCheckRepository();
    producers.setCamelContext(context);
    producers.setEnabled(true);
    registry.register(producers);
    context.getCamelContextExtension().addContextPlugin(HealthCheckRegistry.class, registry);
    ServiceHelper.startService(registry);
  }

  @ParameterizedTest
  @EnumSource(SimulatedProvider.class)
  void isUpIfTheServiceAnswers(SimulatedProvider provider) throws Exception {
    simulator().addFiles(provider, 3);
    route("one", uri(provider, "files?operation=delete"));

    List<HealthCheck.Result> results = results();

    assertThat(results)
        .extracting(HealthCheck.Result::getState)
        .containsExactly(HealthCheck.State.UP);
    assertThat(simulator().files(provider)).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "ARK, /api/v3/files, limit=1",
    "AZURE, /openai/files, api-version=2024-10-21",
    "OPENAI, /v1/files, limit=1"
  })
  void requestsAsLittleAsPossible(SimulatedProvider provider, String path, String query)
      throws Exception {
    route("one", uri(provider, "files?operation=delete"));

    results();

    assertThat(simulator().journal())
        .singleElement()
        .extracting(RecordedRequest::method, RecordedRequest::path, RecordedRequest::query)
        .containsExactly("GET", path, query);
  }

  @Test
  void isDownWithTheStatusIfTheKeyIsWrong() throws Exception {
    route(
        "one",
        "ark:files?operation=list&apiKey=fake-wrong-key&baseUrl=" + simulator().baseUrl(ARK));

    HealthCheck.Result result = results().get(0);

    assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
    assertThat(result.getDetails()).containsEntry(HealthCheck.HTTP_RESPONSE_CODE, 401);
    assertThat(result.getMessage()).hasValueSatisfying(m -> assertThat(m).contains("apiKey"));
    assertThat(String.valueOf(result.getDetails())).doesNotContain("fake-wrong-key");
    assertThat(result.getMessage().orElse("")).doesNotContain("fake-wrong-key");
  }

  @Test
  void isDownWithoutAStatusIfThereIsNoAnswer() throws Exception {
    simulator().failNext(1, SimulatedFault.connectionReset());
    route("one", ark("files?operation=list"));

    HealthCheck.Result result = results().get(0);

    assertThat(result.getState()).isEqualTo(HealthCheck.State.DOWN);
    assertThat(result.getDetails()).doesNotContainKey(HealthCheck.HTTP_RESPONSE_CODE);
  }

  @Test
  void doesNotRetry() throws Exception {
    simulator().failNext(5, SimulatedFault.status(503));
    route("one", ark("files?operation=list&maxRetries=5"));

    results();

    assertThat(simulator().journal()).hasSize(1);
  }

  @Test
  void recovers() throws Exception {
    simulator().failNext(1, SimulatedFault.status(503));
    route("one", ark("files?operation=list"));

    List<HealthCheck.Result> first = results();
    List<HealthCheck.Result> second = results();

    assertThat(first)
        .extracting(HealthCheck.Result::getState)
        .containsExactly(HealthCheck.State.DOWN);
    assertThat(second)
        .extracting(HealthCheck.Result::getState)
        .containsExactly(HealthCheck.State.UP);
  }

  @Test
  void isPartOfReadinessOnly() throws Exception {
    route("one", ark("files?operation=list"));

    assertThat(checks()).allMatch(HealthCheck::isReadiness).noneMatch(HealthCheck::isLiveness);
    assertThat(HealthCheckHelper.invokeReadiness(context)).isNotEmpty();
  }

  @Test
  void sendsNoRequestIfTheComponentsCheckIsDisabled() throws Exception {
    component().setHealthCheckProducerEnabled(false);
    simulator().failNext(1, SimulatedFault.status(500));
    route("one", ark("files?operation=list"));

    List<HealthCheck.Result> results = results();

    assertThat(results)
        .extracting(HealthCheck.Result::getState)
        .doesNotContain(HealthCheck.State.DOWN);
    assertThat(simulator().journal()).isEmpty();
  }

  @Test
  void sendsNoRequestIfCamelsChecksAreDisabled() throws Exception {
    producers.setEnabled(false);
    route("one", ark("files?operation=list"));

    HealthCheckHelper.invoke(context);

    assertThat(simulator().journal()).isEmpty();
  }

  @Test
  void isRemovedWithTheRoute() throws Exception {
    route("one", ark("files?operation=list"));

    context.getRouteController().stopRoute("one");
    context.removeRoute("one");

    assertThat(checks()).isEmpty();
  }

  @Test
  void comesBackWithTheRoute() throws Exception {
    route("one", ark("files?operation=list"));
    context.getRouteController().stopRoute("one");

    context.getRouteController().startRoute("one");

    assertThat(results())
        .extracting(HealthCheck.Result::getState)
        .containsExactly(HealthCheck.State.UP);
  }

  @Test
  void isOneForAllRoutesWithTheSameEndpoint() throws Exception {
    route("one", ark("files?operation=list"));
    route("two", ark("files?operation=list"));

    assertThat(checks()).hasSize(1);
    assertThat(results()).hasSize(1);
  }

  @Test
  void staysWhileOneOfTheRoutesRuns() throws Exception {
    route("one", ark("files?operation=list"));
    route("two", ark("files?operation=list"));

    context.getRouteController().stopRoute("one");
    context.removeRoute("one");

    assertThat(checks()).hasSize(1);
  }

  @Test
  void isOneForEachAddress() throws Exception {
    route("one", ark("files?operation=list"));
    route("two", uri(AZURE, "files?operation=list"));

    assertThat(checks()).extracting(HealthCheck::getId).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void isOneForEachKey() throws Exception {
    route("one", ark("files?operation=list"));
    String otherKey = simulator().account(ARK, "other").apiKey();
    route("two", ark("files?operation=list").replace("simulator-ark-key", otherKey));

    assertThat(checks()).extracting(HealthCheck::getId).hasSize(2).doesNotHaveDuplicates();
    assertThat(checks()).extracting(HealthCheck::getId).noneMatch(id -> id.contains("key"));
  }

  @Test
  void isOneForEndlessEndpointsWithTheSameAddressAndKey() throws Exception {
    for (int i = 1; i <= 50; i++) {
      route("route-" + i, ark("files?operation=list&limit=" + i));
    }

    results();

    assertThat(checks()).hasSize(1);
    assertThat(simulator().journal()).hasSize(1);
  }

  @Test
  void staysWhenTheFirstEndpointIsRemoved() throws Exception {
    route("one", ark("files?operation=list"));
    route("two", ark("files?operation=delete"));

    context.getRouteController().stopRoute("one");
    context.removeRoute("one");

    assertThat(results())
        .extracting(HealthCheck.Result::getState)
        .containsExactly(HealthCheck.State.UP);
  }

  @Test
  void namesTheEndpointWithoutItsKey() throws Exception {
    route("one", ark("files?operation=list"));

    HealthCheck check = checks().get(0);
    Map<String, Object> details = results().get(0).getDetails();

    assertThat(check.getId()).startsWith("producer:ark").doesNotContain("simulator-ark-key");
    assertThat(String.valueOf(details.get(HealthCheck.ENDPOINT_URI)))
        .startsWith("ark:")
        .doesNotContain("simulator-ark-key");
  }

  private void route(String id, String uri) throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:" + id).routeId(id).to(uri);
          }
        });
  }

  private List<HealthCheck> checks() {
    return ((HealthCheckRepository) producers).stream().toList();
  }

  private List<HealthCheck.Result> results() {
    Collection<HealthCheck.Result> results = HealthCheckHelper.invoke(context);
    return results.stream()
        .filter(result -> result.getCheck().getId().startsWith("producer:"))
        .toList();
  }
}
