// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import io.github.camelark.ArkConstants;
import org.apache.camel.builder.RouteBuilder;

/**
 * One run: learns which files there are, decides by the policy which may go, lets another route
 * delete them, and ends with a {@link Report} as the body. Nothing is deleted before the whole list
 * is known.
 *
 * <p>The bean {@code retention} is a {@link Retention}; what a run knows is in the property {@code
 * run} of its exchange, so that a Camel context can have one run after another.
 */
public final class RetentionRoute extends RouteBuilder {

  @Override
  public void configure() {
    // what fails in the plan must end the run, which catches it
    errorHandler(noErrorHandler());

    from("direct:retention")
        .routeId("retention")
        .setProperty("run", method("retention", "begin"))
        .doTry()
        .to("direct:plan-deletions")
        .to("direct:delete-planned")
        .doCatch(Exception.class)
        .bean("retention", "failed")
        .doFinally()
        .setBody(method("retention", "report"))
        .end();

    from("direct:plan-deletions")
        .routeId("plan-deletions")
        .setHeader(ArkConstants.ORDER, method("retention", "order"))
        .to("ark:files?operation=list&paging=stream")
        .split(method("retention", "untilStopped"))
        .streaming()
        .stopOnException()
        .bean("retention", "found")
        .end()
        .bean("retention", "decide");
  }
}
