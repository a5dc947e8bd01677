// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.boot;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Logs each file that is ready. */
@Component
class WatchFilesRoute extends RouteBuilder {

  @Override
  public void configure() {
    from("ark:files?status=active&delay={{example.watch-period}}")
        .routeId("watch-files")
        .log("${body.id} is ready: ${body.filename}");
  }
}
