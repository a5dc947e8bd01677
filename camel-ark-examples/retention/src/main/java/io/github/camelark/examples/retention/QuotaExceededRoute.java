// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;
import org.apache.camel.processor.ThrottlerRejectedExecutionException;

/**
 * Frees space when an event says that the storage is full: starts a run of the rules with {@code
 * totalBelow}. An event that a plan's allowance is used up deletes nothing, and neither does any
 * other. While a run goes on further events start none: it frees their space too.
 *
 * <p>The body is the event as JSON, see {@link QuotaExceeded}. After a run it is a {@link Report}.
 */
public final class QuotaExceededRoute extends RouteBuilder {

  @Override
  public void configure() {
    onException(ThrottlerRejectedExecutionException.class)
        .handled(true)
        .log("Space is being freed already: this event starts no other run");

    from("direct:quota-exceeded")
        .routeId("quota-exceeded")
        .unmarshal()
        .json(JsonLibrary.Jackson, QuotaExceeded.class)
        .filter(simple("${body.type} == 'quota.exceeded' && ${body.storage} == true"))
        .throttle(1)
        .concurrentRequestsMode()
        .rejectExecution(true)
        .setProperty("rules", constant(Rules.TOTAL_BELOW))
        .to("direct:retention");
  }
}
