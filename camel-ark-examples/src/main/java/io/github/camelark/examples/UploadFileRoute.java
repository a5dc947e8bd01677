// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import io.github.camelark.error.ArkException;
import org.apache.camel.builder.RouteBuilder;

/** Stores the body as a file, under the name and for the purpose that the headers say. */
public final class UploadFileRoute extends RouteBuilder {

  @Override
  public void configure() {
    onException(ArkException.class).handled(true).bean("tally", "failed");

    from("direct:upload-file")
        .routeId("upload-file")
        .to("ark:files?operation=upload")
        .bean("tally", "uploaded");
  }
}
