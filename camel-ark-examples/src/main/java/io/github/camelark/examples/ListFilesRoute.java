// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import io.github.camelark.error.ArkException;
import org.apache.camel.builder.RouteBuilder;

/** Walks the list a page at a time, and shows which files are past the retention age. */
public final class ListFilesRoute extends RouteBuilder {

  @Override
  public void configure() {
    onException(ArkException.class).handled(true).bean("tally", "failed");

    from("direct:list-files")
        .routeId("list-files")
        .to("ark:files?operation=list&paging=stream")
        .split(body())
        .streaming()
        .bean("tally", "listed")
        .filter()
        .method("retention", "isOver")
        .bean("tally", "due");
  }
}
