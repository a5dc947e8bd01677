// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.kafka;

import static java.util.Objects.requireNonNull;

import io.github.camelark.examples.deletion.DeletionRequest;
import io.github.camelark.examples.deletion.Outcome;
import io.github.camelark.examples.deletion.Receipt;
import io.github.camelark.examples.deletion.Recovery;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;

/**
 * Takes deletion requests from the topic {@code {{topics.deletions}}}. The offset of a record is
 * committed once its receipt is stored, or the record is on the next retry topic or on {@code
 * {{topics.dead}}}, there with the header {@code arkReason}; until then it comes again.
 */
public final class DeletionTopicRoute extends RouteBuilder {

  private static final String RECORD = "deletionRecord";
  private static final String COMMIT = "commit";

  /** The longest time for a record that does not wait. */
  private static final long PATIENCE_MILLIS = 300_000;

  private static final String CONSUMER =
      "&autoCommitEnable=false&allowManualCommit=true&breakOnFirstError=true"
          // anything but a restart would skip the record at which a poll failed
          + "&pollOnError=RECONNECT"
          // a request in an aborted transaction was never made
          + "&isolationLevel=read_committed"
          // a consumer ends only between two polls
          + "&autoOffsetReset=earliest&pollTimeoutMs=250&shutdownTimeout=5000"
          + "&keyDeserializer=org.apache.kafka.common.serialization.ByteArrayDeserializer"
          + "&valueDeserializer=org.apache.kafka.common.serialization.ByteArrayDeserializer";

  // synchronous: the route goes on when all replicas have the record, and on the consumer's thread
  private static final String PRODUCER =
      "?synchronous=true&requestRequiredAcks=all"
          + "&keySerializer=org.apache.kafka.common.serialization.ByteArraySerializer"
          + "&valueSerializer=org.apache.kafka.common.serialization.ByteArraySerializer";

  private final Topics topics;

  DeletionTopicRoute(Topics topics) {
    this.topics = topics;
  }

  @Override
  public void configure() {
    from("kafka:"
            + topics.deletions()
            + "?groupId={{topics.group}}"
            + "&consumersCount={{topics.consumers}}&maxPollRecords={{topics.poll-records}}"
            + CONSUMER)
        .routeId("deletion-topic")
        .process(exchange -> keep(exchange, DeletionRecord.first(exchange.getMessage())))
        .description("the first attempt, whatever the headers say")
        .to("direct:deletion-record");
    for (int number = 1; number <= topics.delays().size(); number++) {
      retry(number, topics.delays().get(number - 1));
    }
    deletionRecord();
    deadRecord();
    sendReceipt();
  }

  /** Each topic has its own group: a waiting consumer delays no other rebalance. */
  private void retry(int number, long delay) {
    from("kafka:"
            + topics.retry(number)
            + "?groupId={{topics.group}}-retry-"
            + number
            + "&maxPollRecords=1&maxPollIntervalMs="
            + (delay + PATIENCE_MILLIS)
            + CONSUMER)
        .routeId("retry-topic-" + number)
        .process(exchange -> keep(exchange, DeletionRecord.again(exchange.getMessage())))
        .description("a later attempt, by the headers")
        .delay()
        .exchange(exchange -> record(exchange).millisToWait(System.currentTimeMillis(), delay))
        .syncDelayed()
        .description("wait until it is due")
        .to("direct:deletion-record");
  }

  private void deletionRecord() {
    from("direct:deletion-record")
        .routeId("deletion-record")
        .errorHandler(noErrorHandler())
        .doTry()
        .process(DeletionTopicRoute::read)
        .description("read the event")
        .to("direct:execute-deletion")
        .doCatch(Exception.class)
        .onWhen(exchange -> Recovery.isPossible(exchange.getException()))
        .process(this::prepareRetry)
        .description("if a retry may help: count the attempt, set when it is due")
        .log(
            LoggingLevel.WARN,
            "Deletion is retried, on ${exchangeProperty.retryTopic}: ${exception.message}")
        .toD("kafka:${exchangeProperty.retryTopic}" + PRODUCER)
        .description("send it to the next retry topic")
        .doCatch(Exception.class)
        .setProperty(DeletionRecord.REASON, simple("${exception.message}"))
        .to("direct:dead-record")
        .end()
        .filter(DeletionTopicRoute::hasFailed)
        .description("failed?")
        .setProperty(DeletionRecord.REASON, simple("${body.detail}"))
        .to("direct:dead-record")
        .end()
        .process(DeletionTopicRoute::commit)
        .description("commit the offset");
  }

  private void deadRecord() {
    from("direct:dead-record")
        .routeId("dead-record")
        .errorHandler(noErrorHandler())
        .process(DeletionTopicRoute::prepareDeadLetter)
        .description("add the header arkReason")
        .to("kafka:" + topics.dead() + PRODUCER);
  }

  private void sendReceipt() {
    from("direct:send-receipt")
        .routeId("send-receipt")
        .errorHandler(noErrorHandler())
        .process(DeletionTopicRoute::prepareReceipt)
        .description("the request's id is the key")
        .to("kafka:" + topics.receipts() + PRODUCER);
  }

  private static void keep(Exchange exchange, DeletionRecord record) {
    exchange.setProperty(RECORD, record);
    // a property: the headers of Camel do not come out of direct:execute-deletion
    exchange.setProperty(
        COMMIT,
        requireNonNull(
            exchange.getMessage().getHeader(KafkaConstants.MANUAL_COMMIT, KafkaManualCommit.class),
            "no manual commit: is allowManualCommit set?"));
    exchange.getMessage().removeHeaders("*");
    exchange.getMessage().setHeader(DeletionRecord.ATTEMPT, record.attempt());
  }

  /** From now on the record has the id of its receipt. */
  private static void read(Exchange exchange) {
    DeletionRequest request = record(exchange).read();
    exchange.setProperty(RECORD, record(exchange).withRequestId(request.requestId()));
    exchange.getMessage().setBody(request);
  }

  private static void prepareReceipt(Exchange exchange) {
    Message receipt = exchange.getMessage();
    byte[] requestId =
        receipt.getHeader(DeletionRecord.REQUEST_ID, String.class).getBytes(StandardCharsets.UTF_8);
    receipt.setHeader(DeletionRecord.REQUEST_ID, requestId);
    receipt.setHeader(KafkaConstants.KEY, requestId);
  }

  private void prepareRetry(Exchange exchange) {
    DeletionRecord record = record(exchange);
    int number = topics.retryAfter(record.attempt());
    exchange.setProperty("retryTopic", topics.retry(number));
    record.writeRetry(
        exchange.getMessage(), System.currentTimeMillis() + topics.delays().get(number - 1));
  }

  private static void prepareDeadLetter(Exchange exchange) {
    record(exchange)
        .writeDeadLetter(
            exchange.getMessage(), exchange.getProperty(DeletionRecord.REASON, String.class));
  }

  private static boolean hasFailed(Exchange exchange) {
    return exchange.getMessage().getBody() instanceof Receipt receipt
        && receipt.outcome() == Outcome.FAILED;
  }

  private static void commit(Exchange exchange) {
    requireNonNull(exchange.getProperty(COMMIT, KafkaManualCommit.class)).commit();
  }

  private static DeletionRecord record(Exchange exchange) {
    return requireNonNull(exchange.getProperty(RECORD, DeletionRecord.class));
  }
}
