// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.kafka;

import org.apache.camel.main.Main;

/** Runs the application against the brokers of the property {@code kafka.brokers}. */
public final class DeletionWorker {

  private DeletionWorker() {}

  /** Runs until the process is stopped. */
  public static void main(String[] arguments) throws Exception {
    System.exit(application().run(arguments));
  }

  static Main application() {
    Main main = new Main(DeletionWorker.class);
    main.configure().addConfiguration(DeletionTopic.class);
    // DeletionTopic adds the routes; a scan of the package would add them again
    main.configure().setBasePackageScanEnabled(false);
    return main;
  }
}
