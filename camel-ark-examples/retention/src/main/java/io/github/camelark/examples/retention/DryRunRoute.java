// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import org.apache.camel.builder.RouteBuilder;

/**
 * Stands in for {@link DeleteRoute} in a dry run: shows what would be deleted. In a Camel context
 * with this route there is no endpoint that could delete.
 */
public final class DryRunRoute extends RouteBuilder {

  @Override
  public void configure() {
    from("direct:delete-planned")
        .routeId("dry-run")
        .split(method("retention", "due"))
        .streaming()
        .bean("retention", "wouldBeDeleted")
        .end();
  }
}
