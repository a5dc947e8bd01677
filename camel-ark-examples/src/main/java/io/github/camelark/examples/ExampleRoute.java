// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import java.util.Locale;
import java.util.function.Supplier;
import org.apache.camel.builder.RouteBuilder;

/**
 * The routes of the examples. Each is written in Java, and under {@code routes} in YAML and XML.
 */
enum ExampleRoute {
  LIST_FILES(ListFilesRoute::new),
  CLEAN_UP(CleanUpRoute::new),
  DELETE_RESPONSE(DeleteResponseRoute::new),
  WATCH_FILES(WatchFilesRoute::new),
  UPLOAD_FILE(UploadFileRoute::new),
  ASK_ABOUT_FILE(AskAboutFileRoute::new),
  FETCH_OUTPUTS(FetchOutputsRoute::new);

  private final Supplier<RouteBuilder> inJava;

  ExampleRoute(Supplier<RouteBuilder> inJava) {
    this.inJava = inJava;
  }

  RouteBuilder inJava() {
    return inJava.get();
  }

  /** The name of its files, and of its {@code direct:} endpoint if it has one: clean-up. */
  String routeName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
