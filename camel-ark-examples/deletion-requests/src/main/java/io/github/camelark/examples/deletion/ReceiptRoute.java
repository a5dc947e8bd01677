// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.deletion;

import static java.util.Objects.requireNonNull;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;

/**
 * Sends the receipts that wait in the database, the bean {@code receiptDatabase}, to the endpoint
 * {@code {{receipts.to}}}: as JSON with the header {@code arkRequestId}. A receipt is marked as
 * sent once it is, so it can come twice and is never lost.
 */
public final class ReceiptRoute extends RouteBuilder {

  private final ReceiptStore receipts;

  /** Sends what is in this store. */
  public ReceiptRoute(ReceiptStore receipts) {
    this.receipts = requireNonNull(receipts, "receipts");
  }

  @Override
  public void configure() {
    from("sql:select request_id from ark_receipt where sent_at is null order by finished_at"
            + "?dataSource=#receiptDatabase"
            + "&onConsume=update ark_receipt set sent_at = current_timestamp"
            + " where request_id = :#request_id"
            + "&breakBatchOnConsumeFail=true&maxMessagesPerPoll=500"
            + "&delay={{receipts.delay:500}}&backoffMultiplier=10&backoffErrorThreshold=2")
        .routeId("send-receipts")
        .setHeader("arkRequestId", simple("${body[request_id]}"))
        .description("id of the request, in a header")
        .setBody(exchange -> receipts.find(requestId(exchange)))
        .description("the stored receipt")
        .marshal()
        .json(JsonLibrary.Jackson)
        .to("{{receipts.to}}");
  }

  private static String requestId(Exchange exchange) {
    return requireNonNull(exchange.getMessage().getHeader("arkRequestId", String.class));
  }
}
