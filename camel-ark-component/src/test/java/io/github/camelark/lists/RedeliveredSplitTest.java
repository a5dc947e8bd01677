// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.lists;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkAuthenticationException;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.model.ArkFile;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedFault;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.AggregationStrategies;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SplitDefinition;
import org.apache.camel.spi.TransactedPolicy;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A stream whose page failed stays failed, however often Camel redelivers what reads it: files that
 * were never seen must not pass for the end of the list.
 */
class RedeliveredSplitTest extends RouteTestSupport {

  private static final String STREAM =
      "files?operation=list&paging=stream&order=asc&limit=3&maxRetries=0&requestsPerSecond=0";

  /** A way to read the stream. */
  private record Reading(
      String name,
      UnaryOperator<ProcessorDefinition<?>> before,
      UnaryOperator<SplitDefinition> how) {

    @Override
    public String toString() {
      return name;
    }
  }

  private final List<String> processed = new CopyOnWriteArrayList<>();
  private final List<String> completed = new CopyOnWriteArrayList<>();
  private final List<String> committed = new CopyOnWriteArrayList<>();

  static Stream<Reading> readings() {
    return Stream.of(
        reading("streaming", SplitDefinition::streaming),
        reading("streaming in parallel", split -> split.streaming().parallelProcessing()),
        reading("streaming until a failure", split -> split.streaming().stopOnException()),
        reading("streaming in one unit of work", split -> split.streaming().shareUnitOfWork()),
        reading("streaming synchronously", split -> split.streaming().synchronous()),
        reading(
            "streaming into a list",
            split -> split.streaming().aggregationStrategy(AggregationStrategies.groupedBody())),
        reading("whole", split -> split),
        reading("whole in parallel", SplitDefinition::parallelProcessing),
        reading("whole until a failure", SplitDefinition::stopOnException),
        new Reading("in a transaction", steps -> steps.transacted(), SplitDefinition::streaming),
        new Reading("whole in a transaction", steps -> steps.transacted(), split -> split));
  }

  private static Reading reading(String name, UnaryOperator<SplitDefinition> how) {
    return new Reading(name, steps -> steps, how);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readings")
  void endsAsAFailureIfAPageFailsOnce(Reading reading) throws Exception {
    simulator().addFiles(ARK, 9);
    failPagesAfterTheFirst(1, SimulatedFault.status(503));
    route(steps -> split(reading, steps));

    Exchange exchange = send("direct:start", null);

    assertThat(exchange.getException()).isInstanceOf(ArkUnavailableException.class);
    assertThat(completed).isEmpty();
    assertThat(committed).isEmpty();
    assertThat(processed).doesNotHaveDuplicates().doesNotContain("file-0004");
    assertThat(simulator().journal()).extracting(RecordedRequest::status).containsExactly(200, 503);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readings")
  void endsAsAFailureIfPagesKeepFailing(Reading reading) throws Exception {
    simulator().addFiles(ARK, 9);
    failPagesAfterTheFirst(100, SimulatedFault.status(401));
    route(steps -> split(reading, steps));

    Exchange exchange = send("direct:start", null);

    assertThat(exchange.getException()).isInstanceOf(ArkAuthenticationException.class);
    assertThat(completed).isEmpty();
    assertThat(committed).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readings")
  void completesIfNoPageFails(Reading reading) throws Exception {
    simulator().addFiles(ARK, 9);
    route(steps -> split(reading, steps));

    Exchange exchange = send("direct:start", null);

    assertThat(exchange.getException()).isNull();
    assertThat(completed).hasSize(1);
    assertThat(processed).hasSize(9).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"${collate(2)}", "${skip(1)}"})
  void endsAsAFailureBehindACamelIterator(String expression) throws Exception {
    simulator().addFiles(ARK, 9);
    failPagesAfterTheFirst(1, SimulatedFault.status(503));
    route(steps -> steps.split().simple(expression).streaming().process(this::note).end());

    Exchange exchange = send("direct:start", null);

    assertThat(exchange.getException(ArkUnavailableException.class)).isNotNull();
    assertThat(completed).isEmpty();
  }

  @Test
  void endsAsAFailureInALoop() throws Exception {
    simulator().addFiles(ARK, 9);
    failPagesAfterTheFirst(1, SimulatedFault.status(503));
    route(steps -> steps.loop(3).split().body().streaming().process(this::note).end().end());

    Exchange exchange = send("direct:start", null);

    assertThat(exchange.getException()).isInstanceOf(ArkUnavailableException.class);
    assertThat(completed).isEmpty();
  }

  @Test
  void failsAgainIfTheRouteCatchesTheFailureAndSplitsOnceMore() throws Exception {
    simulator().addFiles(ARK, 9);
    failPagesAfterTheFirst(1, SimulatedFault.status(503));
    route(
        steps ->
            steps
                .doTry()
                .split()
                .body()
                .streaming()
                .process(this::note)
                .end()
                .endDoTry()
                .doCatch(ArkException.class)
                .end()
                .split()
                .body()
                .streaming()
                .process(this::note)
                .end());

    Exchange exchange = send("direct:start", null);

    assertThat(exchange.getException()).isInstanceOf(ArkUnavailableException.class);
    assertThat(completed).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(classes = {List.class, Object[].class, Iterable.class})
  void endsAsAFailureIfItIsReadIntoSomethingElse(Class<?> type) throws Exception {
    simulator().addFiles(ARK, 9);
    failPagesAfterTheFirst(1, SimulatedFault.status(503));
    route(
        steps ->
            steps
                .convertBodyTo(type)
                .process(exchange -> exchange.getMessage().getBody(List.class).size())
                .process(exchange -> completed.add("converted")));

    Exchange exchange = send("direct:start", null);

    assertThat(exchange.getException()).isNotNull();
    assertThat(completed).isEmpty();
  }

  @Test
  void endsAsAFailureIfAProcessorReadsItAndIsRedelivered() throws Exception {
    simulator().addFiles(ARK, 9);
    failPagesAfterTheFirst(1, SimulatedFault.status(503));
    route(steps -> steps.process(this::readAll));

    Exchange exchange = send("direct:start", null);

    assertThat(exchange.getException()).isInstanceOf(ArkUnavailableException.class);
    assertThat(processed).containsExactly("file-0001", "file-0002", "file-0003");
    assertThat(completed).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void endsAsAFailureIfAnAggregationFails(boolean parallel) throws Exception {
    simulator().addFiles(ARK, 9);
    AggregationStrategy failing =
        (before, file) -> {
          if (before == null) {
            return file;
          }
          throw new IllegalStateException("no database");
        };
    route(
        steps -> {
          SplitDefinition split = steps.split().body().streaming().aggregationStrategy(failing);
          return (parallel ? split.parallelProcessing() : split).process(this::note).end();
        });

    Exchange exchange = send("direct:start", null);

    assertThatTheStreamIsNotReadAgain(exchange, "no database");
  }

  @Test
  void endsAsAFailureIfAProcessorFailsHalfWay() throws Exception {
    simulator().addFiles(ARK, 9);
    route(
        steps ->
            steps.process(
                exchange -> {
                  Iterator<?> files = exchange.getMessage().getBody(Iterator.class);
                  processed.add(((ArkFile) files.next()).id());
                  if (processed.size() < 3) {
                    throw new IllegalStateException("no database");
                  }
                }));

    Exchange exchange = send("direct:start", null);

    assertThatTheStreamIsNotReadAgain(exchange, "no database");
    assertThat(processed).hasSize(1);
  }

  @Test
  void isReadByARedeliveryIfNothingWasReadBefore() throws Exception {
    simulator().addFiles(ARK, 9);
    AtomicInteger calls = new AtomicInteger();
    route(
        steps ->
            steps
                .process(
                    exchange -> {
                      if (calls.incrementAndGet() < 3) {
                        throw new IllegalStateException("not yet");
                      }
                      readAll(exchange);
                    })
                .process(
                    exchange -> {
                      if (calls.incrementAndGet() < 6) {
                        throw new IllegalStateException("not yet");
                      }
                    }));

    Exchange exchange = send("direct:start", null);

    assertThat(exchange.getException()).isNull();
    assertThat(processed).hasSize(9);
  }

  @Test
  void isContinuedByTheStepAfterARedelivery() throws Exception {
    simulator().addFiles(ARK, 9);
    AtomicInteger calls = new AtomicInteger();
    route(
        steps ->
            steps
                .process(
                    exchange -> {
                      if (calls.incrementAndGet() < 3) {
                        throw new IllegalStateException("not yet");
                      }
                      Iterator<?> files = exchange.getMessage().getBody(Iterator.class);
                      processed.add(((ArkFile) files.next()).id());
                    })
                .split()
                .body()
                .streaming()
                .process(this::note)
                .end());

    Exchange exchange = send("direct:start", null);

    assertThat(exchange.getException()).isNull();
    assertThat(processed).hasSize(9).doesNotHaveDuplicates();
  }

  private void assertThatTheStreamIsNotReadAgain(Exchange exchange, String failure) {
    assertThat(exchange.getException())
        .isInstanceOf(ArkRequestException.class)
        .hasMessageContaining("a redelivery cannot read a stream again")
        .hasMessageContaining("paging=all");
    assertThat(exchange.getException().getSuppressed())
        .singleElement()
        .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
        .hasStackTraceContaining(failure);
    assertThat(completed).isEmpty();
  }

  @Test
  void isReadFromTheStartIfTheListIsRedeliveredWithTheSplit() throws Exception {
    simulator().addFiles(ARK, 9);
    failPagesAfterTheFirst(1, SimulatedFault.status(503));
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:both")
                .errorHandler(noErrorHandler())
                .to(ark(STREAM))
                .split(body())
                .streaming()
                .process(RedeliveredSplitTest.this::note);
            from("direct:start")
                .onException(ArkUnavailableException.class)
                .maximumRedeliveries(5)
                .redeliveryDelay(0)
                .end()
                .to("direct:both")
                .process(exchange -> completed.add("next step"));
          }
        });

    Exchange exchange = send("direct:start", null);

    assertThat(exchange.getException()).isNull();
    assertThat(processed).hasSize(12).contains("file-0009");
    assertThat(completed).hasSize(1);
  }

  /** The README's own routes: the list, deleted in parallel, and redelivery of what may heal. */
  private void route(UnaryOperator<ProcessorDefinition<?>> reading) throws Exception {
    context.getRegistry().bind("PROPAGATION_REQUIRED", new Commits());
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            onException(Exception.class).maximumRedeliveries(5).redeliveryDelay(0);
            RouteDefinition from = from("direct:start");
            reading.apply(from.to(ark(STREAM))).process(exchange -> completed.add("next step"));
          }
        });
  }

  private ProcessorDefinition<?> split(Reading reading, ProcessorDefinition<?> steps) {
    ProcessorDefinition<?> before = reading.before().apply(steps);
    return reading.how().apply(before.split().body()).process(this::note).end();
  }

  private void note(Exchange exchange) {
    Object body = exchange.getMessage().getBody();
    processed.add(body instanceof ArkFile file ? file.id() : body.toString());
  }

  private void readAll(Exchange exchange) {
    Iterator<?> files = exchange.getMessage().getBody(Iterator.class);
    while (files.hasNext()) {
      processed.add(((ArkFile) files.next()).id());
    }
  }

  private static void failPagesAfterTheFirst(int times, SimulatedFault fault) {
    simulator()
        .failNext(
            times, request -> request.query() != null && request.query().contains("after="), fault);
  }

  /** Stands in for a transaction manager: commits what has not failed. */
  private final class Commits implements TransactedPolicy {

    @Override
    public void beforeWrap(org.apache.camel.Route route, org.apache.camel.NamedNode definition) {}

    @Override
    public Processor wrap(org.apache.camel.Route route, Processor processor) {
      return exchange -> {
        exchange.getExchangeExtension().setTransacted(true);
        processor.process(exchange);
        if (exchange.getException() == null) {
          committed.add("commit");
        }
      };
    }
  }
}
