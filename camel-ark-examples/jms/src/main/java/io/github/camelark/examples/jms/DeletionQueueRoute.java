// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.jms;

import static java.util.Objects.requireNonNull;

import io.github.camelark.examples.deletion.DeletionRequest;
import io.github.camelark.examples.deletion.Outcome;
import io.github.camelark.examples.deletion.Receipt;
import io.github.camelark.examples.deletion.Recovery;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsMessage;

/**
 * Takes deletion requests from the queue {@code ark.deletions}. In one JMS transaction a message is
 * taken and, if need be, queued again with a delay, or sent to {@code ark.deletions.dead} with the
 * header {@code arkReason}.
 */
public final class DeletionQueueRoute extends RouteBuilder {

  private static final String MESSAGE = "deletionMessage";

  private long[] delays = {};

  @Override
  public void configure() throws Exception {
    String all = getContext().resolvePropertyPlaceholders("{{retry.delays}}");
    delays = Stream.of(all.split(",")).map(String::trim).mapToLong(Long::parseLong).toArray();

    // mapJmsMessage=false: Camel would read the object of an ObjectMessage
    from("jms:queue:ark.deletions?mapJmsMessage=false&concurrentConsumers={{queue.consumers}}")
        .routeId("deletion-queue")
        .setProperty(MESSAGE, body())
        .doTry()
        .process(DeletionQueueRoute::read)
        .description("read the event")
        .to("direct:execute-deletion")
        .doCatch(Exception.class)
        .onWhen(exchange -> Recovery.isPossible(exchange.getException()))
        .process(this::prepareRetry)
        .description("if a retry may help: count the attempt")
        .log(
            LoggingLevel.WARN,
            "Deletion is retried in ${exchangeProperty.retryDelay} ms: ${exception.message}")
        .toD(
            "jms:queue:ark.deletions?forceSendOriginalMessage=true"
                + "&deliveryDelay=${exchangeProperty.retryDelay}")
        .description("queue it again, with a delay")
        .doCatch(Exception.class)
        .setProperty(DeletionMessage.REASON, simple("${exception.message}"))
        .to("direct:dead-deletion")
        .end()
        .filter(DeletionQueueRoute::hasFailed)
        .description("failed?")
        .setProperty(DeletionMessage.REASON, simple("${body.detail}"))
        .to("direct:dead-deletion");

    from("direct:dead-deletion")
        .routeId("dead-deletion")
        .process(DeletionQueueRoute::prepareDeadLetter)
        .description("add the header arkReason")
        .to("jms:queue:ark.deletions.dead?forceSendOriginalMessage=true");
  }

  private static void read(Exchange exchange) throws JMSException {
    Message message = message(exchange);
    exchange.getMessage().setHeader(DeletionMessage.ATTEMPT, DeletionMessage.attempt(message));
    DeletionRequest request = DeletionMessage.read(message);
    exchange.setProperty(DeletionMessage.REQUEST_ID, request.requestId());
    exchange.getMessage().setBody(request);
  }

  private void prepareRetry(Exchange exchange) throws JMSException {
    Message message = message(exchange);
    int attempt = DeletionMessage.attempt(message);
    exchange.setProperty("retryDelay", delays[Math.min(attempt, delays.length) - 1]);
    DeletionMessage.countAttempt(message);
    sendAsItCame(exchange, message);
  }

  private static void prepareDeadLetter(Exchange exchange) throws JMSException {
    Message message = message(exchange);
    DeletionMessage.addReason(
        message,
        exchange.getProperty(DeletionMessage.REQUEST_ID, String.class),
        exchange.getProperty(DeletionMessage.REASON, String.class));
    sendAsItCame(exchange, message);
  }

  private static boolean hasFailed(Exchange exchange) {
    return exchange.getMessage().getBody() instanceof Receipt receipt
        && receipt.outcome() == Outcome.FAILED;
  }

  /** With forceSendOriginalMessage the body is passed on unread. */
  private static void sendAsItCame(Exchange exchange, Message message) {
    exchange.setMessage(new JmsMessage(exchange, message, null, null));
  }

  private static Message message(Exchange exchange) {
    return requireNonNull(exchange.getProperty(MESSAGE, Message.class));
  }
}
