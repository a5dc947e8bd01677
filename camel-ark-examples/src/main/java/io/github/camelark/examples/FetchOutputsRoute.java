// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import org.apache.camel.builder.RouteBuilder;

/**
 * Writes each output of a batch to a folder, once. The id is the name, since outputs may have the
 * same; {@code tempPrefix} keeps half a file from ever having it. An output that failed comes
 * again.
 */
public final class FetchOutputsRoute extends RouteBuilder {

  @Override
  public void configure() {
    from("ark:files?purpose=batch_output&initialDelay=0&delay=500")
        .routeId("fetch-outputs")
        .to("ark:files?operation=content")
        .to("file:{{outputs}}?fileName=${header.CamelArkFileId}.jsonl&tempPrefix=.part-")
        .bean("tally", "fetched");
  }
}
