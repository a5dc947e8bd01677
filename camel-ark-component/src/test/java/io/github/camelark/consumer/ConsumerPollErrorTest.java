// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkAuthenticationException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedProvider;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsumerPollErrorTest extends ConsumerTestSupport {

  private HealthCheck.Result health() {
    return consumer().getHealthCheck().call();
  }

  @Test
  void exceptionHandlerReceivesTheError() throws Exception {
    simulator().failNext(1, SimulatedFault.status(500));
    consume("");

    poll();

    assertThat(reported).singleElement().isInstanceOf(ArkUnavailableException.class);
  }

  @Test
  void bridgedErrorHandlerGetsItAsAnExchange() throws Exception {
    simulator().failNext(1, SimulatedFault.status(401));
    List<Exception> handled = new CopyOnWriteArrayList<>();
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            onException(ArkAuthenticationException.class)
                .handled(true)
                .process(
                    exchange ->
                        handled.add(
                            exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)));
            from(uri(SimulatedProvider.ARK, "startScheduler=false&bridgeErrorHandler=true"))
                .routeId("consumer")
                .process(ConsumerPollErrorTest.this::note);
          }
        });

    poll();

    assertThat(handled).hasSize(1);
    assertThat(emitted).isEmpty();
  }

  @Test
  void backoffSkipsPollsAfterErrors() throws Exception {
    addFiles(1);
    simulator().failNext(1, SimulatedFault.status(500));
    consume("backoffMultiplier=3&backoffErrorThreshold=1");
    poll();

    poll();
    poll();
    assertThat(lists()).hasSize(1);
    poll();

    assertThat(emitted).hasSize(1);
  }

  @Test
  void pollStrategyOfTheUsersDecides() throws Exception {
    addFiles(2);
    RetryOnce strategy = new RetryOnce();
    context.getRegistry().bind("strategy", strategy);
    simulator().failNext(1, SimulatedFault.status(500));
    consume("pollStrategy=#strategy");

    poll();

    assertThat(strategy.calls).containsExactly("rollback", "commit 2");
    assertThat(reported).isEmpty();
  }

  @ParameterizedTest(name = "{0}, Retry-After: {1}")
  @CsvSource({"429, 30, 30", "503, 30, 30", "503, 'Fri, 02 Jan 2026 03:05:05 GMT', 60"})
  void nextPollWaitsForRetryAfter(int status, String retryAfter, int seconds) throws Exception {
    addFiles(1);
    simulator().failNext(1, SimulatedFault.status(status).withHeader("Retry-After", retryAfter));
    consume("");
    poll();

    poll();
    CLOCK.advance(Duration.ofMillis(seconds * 1000L - 1));
    poll();
    assertThat(lists()).hasSize(1);
    assertThat(health().getState()).isEqualTo(HealthCheck.State.DOWN);
    CLOCK.advance(Duration.ofMillis(1));
    poll();

    assertThat(emitted).hasSize(1);
    assertThat(health().getState()).isEqualTo(HealthCheck.State.UP);
  }

  @Test
  void secondPageCanAskForAPauseToo() throws Exception {
    addFiles(2);
    simulator()
        .failNext(
            1,
            ConsumerTestSupport::isListAfterAFile,
            SimulatedFault.status(429).withHeader("Retry-After", "30"));
    consume("limit=1&greedy=true");
    poll();
    assertThat(emitted).hasSize(1);

    poll();
    assertThat(lists()).hasSize(2);
    CLOCK.advance(Duration.ofSeconds(30));

    assertThat(polled()).hasSize(1);
  }

  @Test
  void serverCannotPostponeForMoreThanAnHour() throws Exception {
    addFiles(1);
    simulator().failNext(1, SimulatedFault.status(503).withHeader("Retry-After", "999999999"));
    consume("");
    poll();
    CLOCK.advance(Duration.ofMinutes(59));
    assertThat(polled()).isEmpty();

    CLOCK.advance(Duration.ofMinutes(1));

    assertThat(polled()).hasSize(1);
  }

  @Test
  void wrongKeyShowsInTheHealthCheckWithItsStatus() throws Exception {
    simulator().failNext(1, SimulatedFault.status(401));
    consume("");

    poll();

    assertThat(health().getState()).isEqualTo(HealthCheck.State.DOWN);
    assertThat(health().getDetails()).containsEntry(HealthCheck.HTTP_RESPONSE_CODE, 401);
    assertThat(health().getMessage().orElse("") + health().getDetails())
        .doesNotContain(simulator().apiKey(SimulatedProvider.ARK));
    poll();
    assertThat(health().getState()).isEqualTo(HealthCheck.State.UP);
  }

  @Test
  void isReadyAfterTheFirstGoodReplyNotAfterTheFirstBatch() throws Exception {
    addFiles(1);
    List<HealthCheck.State> states = new CopyOnWriteArrayList<>();
    consume("", exchange -> states.add(health().getState()));
    assertThat(consumer().isConsumerReady()).isFalse();

    poll();

    assertThat(states).containsExactly(HealthCheck.State.UP);
  }

  @Test
  void entryThatIsNoFileIsReportedAndTheOthersCome() throws Exception {
    simulator()
        .failNext(
            1,
            SimulatedFault.reply(
                200,
                "application/json",
                "{\"data\":[{\"id\":\"a\"},42,{\"filename\":\"x\"},{\"id\":\"b\"}],"
                    + "\"has_more\":false}"));
    consume("");

    poll();

    assertThat(emitted).containsExactly("a", "b");
    assertThat(reported).hasSize(2).allMatch(ArkProtocolException.class::isInstance);
    assertThat(reported.get(0)).hasMessageContaining("42");
    assertThat(reported.get(1)).hasMessageContaining("filename");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"<html>no</html>", "{\"data\":[{\"id\":", "{\"error\":{\"code\":\"x\"}}"})
  void replyThatIsNotAListFailsThePoll(String body) throws Exception {
    addFiles(1);
    simulator().failNext(1, SimulatedFault.reply(200, "application/json", body));
    consume("");

    poll();

    assertThat(reported).singleElement().isInstanceOf(ArkProtocolException.class);
    assertThat(polled()).hasSize(1);
  }

  @Test
  void idlePollCanSendAnEmptyMessage() throws Exception {
    List<Object> bodies = new CopyOnWriteArrayList<>();
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(uri("sendEmptyMessageWhenIdle=true"))
                .routeId("consumer")
                .process(exchange -> bodies.add(String.valueOf(exchange.getMessage().getBody())));
          }
        });

    poll();

    assertThat(bodies).containsExactly("null");
  }

  private static final class RetryOnce implements PollingConsumerPollStrategy {

    private final List<String> calls = new CopyOnWriteArrayList<>();

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
      return true;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
      calls.add("commit " + polledMessages);
    }

    @Override
    public boolean rollback(
        Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
      calls.add("rollback");
      return retryCounter == 0;
    }
  }
}
