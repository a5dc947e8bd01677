// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import io.github.camelark.ArkConstants;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/**
 * Deletes what a run has planned, several files at once, the oldest first. The id of a file travels
 * in a header, never in a URI: there it could bring options of its own.
 */
public final class DeleteRoute extends RouteBuilder {

  /** At 20 requests per second, as many as keep that pace while an answer takes a second. */
  private static final ThreadPoolProfile THREADS =
      new ThreadPoolProfileBuilder("delete-planned")
          .poolSize(20)
          .maxPoolSize(20)
          // what waits in a queue would have to be waited for at a stop
          .maxQueueSize(0)
          .rejectedPolicy(ThreadPoolRejectedPolicy.CallerRuns)
          .build();

  @Override
  public void configure() {
    getContext().getExecutorServiceManager().registerThreadPoolProfile(THREADS);

    onException(Exception.class).handled(true).bean("retention", "deletionFailed");

    from("direct:delete-planned")
        .routeId("delete-planned")
        .split(method("retention", "due"))
        .streaming()
        .parallelProcessing()
        .executorService("delete-planned")
        .setProperty("planned", body())
        .setHeader(ArkConstants.FILE_ID, simple("${body.file.id}"))
        .to("ark:files?operation=delete&ignoreMissing=true")
        .bean("retention", "deletionEnded")
        .end();
  }
}
