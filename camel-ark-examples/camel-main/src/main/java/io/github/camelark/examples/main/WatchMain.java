// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.main;

import org.apache.camel.main.Main;

/** Runs the routes under {@code camel}, configured by application.properties. */
public final class WatchMain {

  private WatchMain() {}

  /** Runs until the process is stopped; ends with an exit code if it cannot start. */
  public static void main(String[] arguments) throws Exception {
    System.exit(new Main(WatchMain.class).run(arguments));
  }
}
