// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkNotFoundException;
import org.apache.camel.builder.RouteBuilder;

/**
 * Walks the list a page at a time and deletes the files past the retention age, several at once.
 * Each is checked once more before: deleted files cannot be restored.
 *
 * <p>Which service it talks to is an option of the component, so the route is the same for all. The
 * id of a file travels in the message, never in a URI: there it could bring options of its own.
 */
public final class CleanUpRoute extends RouteBuilder {

  @Override
  public void configure() {
    onException(ArkNotFoundException.class).handled(true).bean("tally", "alreadyGone");
    onException(ArkException.class).handled(true).bean("tally", "failed");

    from("direct:clean-up")
        .routeId("clean-up")
        .to("ark:files?operation=list&paging=stream")
        .split(body())
        .streaming()
        .parallelProcessing()
        .bean("tally", "listed")
        .filter()
        .method("retention", "isOver")
        .to("ark:files?operation=retrieve")
        .bean("tally", "retrieved")
        .to("ark:files?operation=delete&ignoreMissing=true")
        .bean("tally", "deletionEnded");
  }
}
