// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.jms;

import org.apache.camel.main.Main;

/** Runs the application against the broker of the property {@code broker.url}. */
public final class DeletionWorker {

  private DeletionWorker() {}

  /** Runs until the process is stopped. */
  public static void main(String[] arguments) throws Exception {
    System.exit(application().run(arguments));
  }

  static Main application() {
    Main main = new Main(DeletionWorker.class);
    main.configure().addConfiguration(DeletionQueue.class);
    // DeletionQueue adds the routes; a scan of the package would add them again
    main.configure().setBasePackageScanEnabled(false);
    return main;
  }
}
