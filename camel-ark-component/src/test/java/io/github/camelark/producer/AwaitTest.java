// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.producer;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static io.github.camelark.test.SimulatedProvider.AZURE;
import static io.github.camelark.test.SimulatedProvider.OPENAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelark.ArkInternals;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.error.ArkQuotaException;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkResponse;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import io.github.camelark.transport.FakeTime;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code awaitTimeout}. The time passes only where the component waits. */
@Timeout(60)
class AwaitTest {

  private static final FakeTime TIME = new FakeTime();

  @RegisterExtension
  static final ArkSimulatorExtension SIMULATOR =
      ArkSimulatorExtension.create(
          settings -> settings.clock(TIME.clock()).processingTime(Duration.ofSeconds(40)));

  private final CamelContext context = new DefaultCamelContext();

  @BeforeEach
  void startCamel() {
    context.addComponent("ark", ArkInternals.component(TIME));
    context.start();
  }

  @AfterEach
  void stopCamel() {
    context.stop();
  }

  @ParameterizedTest
  @EnumSource(SimulatedProvider.class)
  void returnsAUsableFile(SimulatedProvider provider) {
    String id = simulator().addFile(provider).id();

    ArkFile file = call(provider, "files", "awaitTimeout=6m", id).getBody(ArkFile.class);

    assertThat(file.status()).isEqualTo(provider == ARK ? "active" : "processed");
  }

  @Test
  void usableFileIsRequestedOnce() {
    String id = simulator().addFile(ARK).id();
    TIME.pass(Duration.ofSeconds(41));

    call(ARK, "files", "awaitTimeout=6m", id);

    assertThat(simulator().journal()).hasSize(1);
  }

  /**
   * After 0, 1, 2, 3, 4, 5, 6.25, 7.8, 9.8, 12.2, 15.3, 19.1, 23.8, 29.8, 37.3 and 46.6 seconds.
   */
  @Test
  void pausesAreAQuarterOfTheTimeWaitedAndASecondAtLeast() {
    String id = simulator().addFile(ARK).id();

    call(ARK, "files", "awaitTimeout=6m", id);

    assertThat(simulator().journal()).hasSize(16);
  }

  /** 18 asks in the first 73 seconds, then one every 15 seconds, and one when the time is up. */
  @Test
  void pausesAreFifteenSecondsAtMost() {
    simulator().addFile(ARK, SimulatedFile.named("a").withId("file-1").withStatus("processing"));

    failure(ARK, "files", "awaitTimeout=10m", "file-1");

    assertThat(simulator().journal()).hasSize(54);
  }

  @Test
  void timeIsUpAfterTheTimeout() {
    simulator().addFile(ARK, SimulatedFile.named("a").withId("file-1").withStatus("processing"));
    long start = TIME.nanos();

    ArkException failure = failure(ARK, "files", "awaitTimeout=90s", "file-1");

    assertThat(failure)
        .isExactlyInstanceOf(ArkUnavailableException.class)
        .hasMessageContaining("still processing after 1m30s")
        .hasMessageContaining("awaitTimeout");
    assertThat(failure.isTransient()).isTrue();
    assertThat(failure.mayHaveBeenExecuted()).isFalse();
    assertThat(failure.resourceId()).isEqualTo("file-1");
    assertThat(Duration.ofNanos(TIME.nanos() - start)).isEqualTo(Duration.ofSeconds(90));
  }

  @ParameterizedTest
  @CsvSource({
    "ARK, failed, InvalidFile, 'InvalidFile: its status is failed: the video is broken'",
    "ARK, expired, x, 'its status is expired'",
    "OPENAI, error, x, 'its status is error'",
    "OPENAI, deleted, x, 'its status is deleted'",
    "AZURE, deleting, x, 'its status is deleting'"
  })
  void fileThatFailsIsRefusedWithItsOwnError(
      SimulatedProvider provider, String status, String code, String message) {
    file(
        provider,
        "{'id':'file-1','status':'%s','error':{'code':'%s','message':'the video is broken'}}"
            .formatted(status, code));

    ArkException failure = failure(provider, "files", "awaitTimeout=6m", "file-1");

    assertThat(failure)
        .isExactlyInstanceOf(ArkRequestException.class)
        .hasMessageContaining(message);
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.isTransient()).isFalse();
  }

  @Test
  void detailsOfTheStatusSayWhyAFileFailed() {
    file(OPENAI, "{'id':'file-1','status':'error','status_details':'line 3 is no JSON'}");

    assertThat(failure(OPENAI, "files", "awaitTimeout=6m", "file-1"))
        .hasMessageContaining("its status is error: line 3 is no JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'status':'tomorrow'", "'status':null", "'a':1"})
  void unknownStatusIsAwaited(String status) {
    file(ARK, "{'id':'file-1',%s}".formatted(status));
    file(ARK, "{'id':'file-1','status':'active'}");

    call(ARK, "files", "awaitTimeout=6m", "file-1");

    assertThat(simulator().journal()).hasSize(2);
  }

  @Test
  void gatewayMayUseTheWordsOfAnotherProvider() {
    file(OPENAI, "{'id':'file-1','status':'active'}");

    call(OPENAI, "files", "awaitTimeout=6m", "file-1");

    assertThat(simulator().journal()).hasSize(1);
  }

  @Test
  void fileThatIsDeletedMeanwhileIsNotFound() {
    String id = simulator().addFile(ARK).id();
    file(ARK, "{'id':'%s','status':'processing'}".formatted(id));
    simulator()
        .failNext(
            1,
            SimulatedFault.reply(
                404,
                "application/json",
                "{\"error\":{\"code\":\"NotFound\",\"message\":\"%s is gone\"}}".formatted(id)));

    assertThat(failure(ARK, "files", "awaitTimeout=6m", id))
        .isExactlyInstanceOf(ArkNotFoundException.class);
  }

  @Test
  void eachRequestHasItsRetries() {
    String id = simulator().addFile(ARK).id();
    simulator().failNext(1, SimulatedFault.status(503));

    call(ARK, "files", "awaitTimeout=6m", id);

    assertThat(simulator().journal()).extracting("status").startsWith(503, 200);
  }

  @ParameterizedTest
  @CsvSource({"OPENAI, completed", "OPENAI, incomplete", "AZURE, completed"})
  void responseIsAwaited(SimulatedProvider provider, String status) {
    file(provider, "{'id':'resp_1','status':'queued'}");
    file(provider, "{'id':'resp_1','status':'in_progress'}");
    file(provider, "{'id':'resp_1','status':'%s'}".formatted(status));

    ArkResponse response =
        call(
                provider,
                "responses",
                "awaitTimeout=10m" + (provider == AZURE ? "&apiVersion=2025-03-01-preview" : ""),
                "resp_1")
            .getBody(ArkResponse.class);

    assertThat(response.status()).isEqualTo(status);
    assertThat(simulator().journal()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "server_error, '', ArkUnavailableException",
    "rate_limit_exceeded, '', ArkUnavailableException",
    "rate_limit_exceeded, You exceeded your current quota, ArkQuotaException",
    "insufficient_quota, '', ArkQuotaException",
    "invalid_prompt, '', ArkRequestException",
    "'', '', ArkRequestException"
  })
  void failedResponseFailsByItsCode(String code, String message, String type) {
    file(
        OPENAI,
        "{'id':'resp_1','status':'failed','error':{'code':'%s','message':'%s'}}"
            .formatted(code, message));

    ArkException failure = failure(OPENAI, "responses", "awaitTimeout=10m", "resp_1");

    assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
    assertThat(failure.resourceId()).isEqualTo("resp_1");
    assertThat(failure instanceof ArkQuotaException quota && quota.storage()).isFalse();
  }

  @Test
  void cancelledResponseFails() {
    file(OPENAI, "{'id':'resp_1','status':'cancelled'}");

    assertThat(failure(OPENAI, "responses", "awaitTimeout=10m", "resp_1"))
        .isExactlyInstanceOf(ArkRequestException.class)
        .hasMessageContaining("its status is cancelled: the service does not say why");
  }

  @Test
  void routeThatWasStoppedWaitsAgainWhenItIsStartedAgain() throws Exception {
    String id = simulator().addFile(ARK).id();
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:file").routeId("waits").to(uri(ARK, "files", "awaitTimeout=6m"));
          }
        });
    context.getRouteController().stopRoute("waits");

    context.getRouteController().startRoute("waits");

    assertThat(
            context.createProducerTemplate().requestBody("direct:file", id, ArkFile.class).status())
        .isEqualTo("active");
  }

  /** The exchange ends, so that neither the stop nor a stop of the context has to wait for it. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void routeThatStopsEndsTheWait(boolean wholeContext) throws Exception {
    simulator().addFile(ARK, SimulatedFile.named("a").withId("file-1").withStatus("processing"));
    BlockingQueue<Exception> failed = new LinkedBlockingQueue<>();
    try (DefaultCamelContext real = new DefaultCamelContext()) {
      real.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              from("seda:files")
                  .routeId("waits")
                  .doTry()
                  .to(uri(ARK, "files", "awaitTimeout=10h"))
                  .doCatch(ArkException.class)
                  .process(
                      exchange ->
                          failed.add(
                              exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)));
            }
          });
      real.start();
      real.createProducerTemplate().sendBody("seda:files?waitForTaskToComplete=Never", "file-1");
      while (simulator().journal().isEmpty()) {
        Thread.onSpinWait();
      }

      if (wholeContext) {
        real.stop();
      } else {
        real.getRouteController().stopRoute("waits");
      }

      assertThat(real.getShutdownStrategy().isTimeoutOccurred()).isFalse();
      assertThat(failed.take())
          .isInstanceOf(ArkUnavailableException.class)
          .asString()
          .contains("still processing, and the route that waits stops");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "files?awaitTimeout=6&operation=retrieve, awaitTimeout",
    "files?awaitTimeout=0s&operation=retrieve, awaitTimeout must be at least 1ms",
    "files?awaitTimeout=6m&operation=list, awaitTimeout is an option of operation=retrieve",
    "responses?awaitTimeout=6m&operation=retrieve, awaitTimeout is not possible for ark:responses"
  })
  void isRefusedWhereItIsMeaningless(String uri, String message) {
    assertThatThrownBy(() -> context.getEndpoint("ark:" + uri + "&apiKey=k"))
        .rootCause()
        .hasMessageContaining(message);
  }

  /** The next reply of the service, in plain JSON with single quotes. */
  private static void file(SimulatedProvider provider, String json) {
    simulator().failNext(1, SimulatedFault.reply(200, "application/json", json.replace('\'', '"')));
  }

  private static ArkSimulator simulator() {
    return SIMULATOR.simulator();
  }

  private static String uri(SimulatedProvider provider, String resource, String options) {
    return "ark:%s?operation=retrieve&provider=%s&baseUrl=%s&apiKey=%s&%s"
        .formatted(
            resource,
            provider.name().toLowerCase(Locale.ROOT),
            simulator().baseUrl(provider),
            simulator().apiKey(provider),
            options);
  }

  private Exchange send(SimulatedProvider provider, String resource, String options, String id) {
    return context
        .createProducerTemplate()
        .send(
            uri(provider, resource, options),
            ExchangeBuilder.anExchange(context).withBody(id).build());
  }

  private Message call(SimulatedProvider provider, String resource, String options, String id) {
    Exchange exchange = send(provider, resource, options, id);
    assertThat(exchange.getException()).isNull();
    return exchange.getMessage();
  }

  private ArkException failure(
      SimulatedProvider provider, String resource, String options, String id) {
    return send(provider, resource, options, id).getException(ArkException.class);
  }
}
