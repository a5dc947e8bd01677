// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.cluster;

import org.apache.camel.main.Main;

/**
 * One node. Runs the routes that {@code cluster.mode} in application.properties names, with {@link
 * SharedState}.
 */
public final class ClusterMain {

  private ClusterMain() {}

  /** Runs until the process is stopped; ends with an exit code if it cannot start. */
  public static void main(String[] arguments) throws Exception {
    Main main = new Main(ClusterMain.class);
    main.configure().addConfiguration(new SharedState());
    // nothing else in the package is for the application
    main.configure().setBasePackageScanEnabled(false);
    System.exit(main.run(arguments));
  }
}
