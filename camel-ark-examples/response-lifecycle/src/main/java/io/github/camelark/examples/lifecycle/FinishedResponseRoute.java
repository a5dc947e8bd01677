// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.lifecycle;

import io.github.camelark.examples.deletion.InvalidRequestException;
import io.github.camelark.examples.deletion.Outcome;
import io.github.camelark.examples.deletion.Receipt;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/**
 * Takes an event from the inbox and deletes the response, then the files, one after the other.
 *
 * <p>After a failure that may pass the event stays where it is and comes again; deletions with a
 * receipt are not repeated. The files stay if the response does, since a response that names
 * missing files is worse than unused files.
 */
public final class FinishedResponseRoute extends RouteBuilder {

  private static final String FINISHED = "finishedResponse";

  private final FinishedResponseReader reader = new FinishedResponseReader();

  @Override
  public void configure() {
    from("file:{{lifecycle.folder}}/inbox?include=.*\\.json&move=../${header.lifecycleEnd}/${file:name}"
            + "&initialDelay=0&delay={{lifecycle.delay}}&readLock={{lifecycle.read-lock}}")
        .routeId("response-finished")
        .onException(InvalidRequestException.class)
        .handled(true)
        .setHeader("lifecycleEnd", constant("refused"))
        .description("the event goes to 'refused'")
        .setBody(exceptionMessage())
        .description("why")
        .to("file:{{lifecycle.folder}}/refused?fileName=${file:name}.reason.txt")
        .end()
        .onException(Exception.class)
        .logStackTrace(false)
        .retryAttemptedLogLevel(LoggingLevel.WARN)
        .end()
        .setHeader("lifecycleEnd", constant("done"))
        .description("the event will go to 'done'")
        .process(this::read)
        .description("read the event")
        .to("direct:delete-response-and-files");

    from("direct:delete-response-and-files")
        .routeId("delete-response-and-files")
        .errorHandler(noErrorHandler())
        .setBody(exchange -> finished(exchange).responseRequest())
        .description("request for the response")
        .to("direct:execute-deletion")
        .choice()
        .when(FinishedResponseRoute::isGone)
        .description("is it gone?")
        .setBody(exchange -> finished(exchange).fileRequests())
        .description("requests for the files")
        .split(bodyAs(List.class))
        .stopOnException()
        .description("one after the other")
        .to("direct:execute-deletion")
        .endChoice()
        .otherwise()
        .log(LoggingLevel.WARN, "${body.requestId}: the response stays, and so do its files")
        .end();
  }

  private void read(Exchange exchange) {
    Long length = exchange.getMessage().getHeader(Exchange.FILE_LENGTH, Long.class);
    if (length != null && length > FinishedResponseReader.MAX_BYTES) {
      throw new InvalidRequestException("the event has more than 64 KB: " + length);
    }
    byte[] event = exchange.getMessage().getBody(byte[].class);
    exchange.setProperty(FINISHED, reader.read(event));
  }

  private static FinishedResponse finished(Exchange exchange) {
    return exchange.getProperty(FINISHED, FinishedResponse.class);
  }

  private static boolean isGone(Exchange exchange) {
    Outcome outcome = exchange.getMessage().getBody(Receipt.class).outcome();
    return outcome == Outcome.DELETED || outcome == Outcome.ALREADY_GONE;
  }
}
