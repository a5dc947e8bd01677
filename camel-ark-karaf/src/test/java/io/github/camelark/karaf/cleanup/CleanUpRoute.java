// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.karaf.cleanup;

import org.apache.camel.builder.RouteBuilder;

/** Deletes the files that the service could not process. */
final class CleanUpRoute extends RouteBuilder {

  @Override
  public void configure() {
    from("ark:files?status=failed&initialDelay=0&delay=200")
        .routeId("clean-up")
        .to("ark:files?operation=delete&ignoreMissing=true")
        .log("${header.CamelArkDeletionOutcome}: ${header.CamelArkFileId}");
  }
}
