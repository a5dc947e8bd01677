// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import io.github.camelark.error.ArkException;
import org.apache.camel.builder.RouteBuilder;

/** Deletes the model response whose id is in the header {@code CamelArkResponseId}. */
public final class DeleteResponseRoute extends RouteBuilder {

  @Override
  public void configure() {
    onException(ArkException.class).handled(true).bean("tally", "failed");

    from("direct:delete-response")
        .routeId("delete-response")
        .to("ark:responses?operation=delete")
        .bean("tally", "responseDeletionEnded");
  }
}
