// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import org.apache.camel.builder.RouteBuilder;

/** Watches an account, and logs each new file once. */
public final class WatchFilesRoute extends RouteBuilder {

  @Override
  public void configure() {
    from("ark:files?initialDelay=0&delay=500").routeId("watch-files").bean("tally", "came");
  }
}
