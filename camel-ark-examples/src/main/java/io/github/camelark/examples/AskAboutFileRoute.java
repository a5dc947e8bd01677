// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import io.github.camelark.error.ArkUnavailableException;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/**
 * The whole life of a file: stores each file of the inbox, waits until it can be used, asks a model
 * about it, keeps the answer, and deletes what it has stored. Each step is a call of its own, so
 * that a redelivery repeats the step that failed and no upload before it.
 *
 * <p>Whatever fails, the stored file is deleted by its id, because not every service lets files
 * expire, and the file of the inbox goes to {@code .failed}. An answer that could not be written
 * has been paid for: it stays at the service, and the log says its id.
 */
public final class AskAboutFileRoute extends RouteBuilder {

  @Override
  public void configure() {
    onException(ArkUnavailableException.class)
        .onWhen(simple("${exception.mayHaveBeenExecuted} == false"))
        .maximumRedeliveries(3);
    onCompletion()
        .onFailureOnly()
        .bean("tally", "failed")
        .log(
            LoggingLevel.WARN,
            "${header.CamelFileName} failed: file ${header.CamelArkFileId},"
                + " response ${header.CamelArkResponseId}")
        .filter(simple("${header.CamelArkFileId} != null"))
        .to("ark:files?operation=delete&ignoreMissing=true");

    from("file:{{inbox}}?initialDelay=0&moveFailed=.failed")
        .routeId("ask-about-file")
        .to("ark:files?operation=upload&purpose={{purpose}}&expireAfter=1d")
        .to("ark:files?operation=retrieve&awaitTimeout=6m")
        .bean("question")
        .to("ark:responses?operation=create")
        .bean("tally", "answered")
        .setBody(simple("${body.text}"))
        .to("file:{{answers}}?fileName=${header.CamelArkFileId}.txt")
        .to("ark:responses?operation=delete&ignoreMissing=true")
        .to("ark:files?operation=delete&ignoreMissing=true")
        .bean("tally", "deletionEnded");
  }
}
