// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import io.github.camelark.error.ArkQuotaException;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;

/**
 * Makes an event when a route meets a full storage. Routes take it by {@code
 * routeConfigurationId("quota-events")}; their exchange fails as before, and the event is sent as
 * well.
 */
public final class QuotaEvents extends RouteConfigurationBuilder {

  @Override
  public void configuration() {
    routeConfiguration("quota-events")
        .onException(ArkQuotaException.class)
        .onWhen(simple("${exception.storage} == true"))
        .wireTap("direct:announce-quota-exceeded");

    from("direct:announce-quota-exceeded")
        .routeId("announce-quota-exceeded")
        .bean(QuotaExceeded.class, "of")
        .marshal()
        .json(JsonLibrary.Jackson)
        // an address of your own: a queue, a topic, or a run in this very Camel context
        .to("{{quota.events:direct:quota-exceeded}}");
  }
}
