// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.karaf.watch;

import io.github.camelark.model.ArkFile;
import org.apache.camel.builder.RouteBuilder;

/** Hands on what has been processed, and takes it off the service. */
final class WatchRoute extends RouteBuilder {

  @Override
  public void configure() {
    from("ark:files?status=active&deleteAfterRead=true&initialDelay=0&delay=200")
        .routeId("watch-files")
        .filter()
        .body(ArkFile.class, file -> file.bytes() > 0)
        .convertBodyTo(String.class)
        .log("came: ${body}");
  }
}
