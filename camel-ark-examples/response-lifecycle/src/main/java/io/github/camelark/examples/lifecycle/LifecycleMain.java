// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.lifecycle;

import org.apache.camel.main.Main;

/** Runs {@link ResponseLifecycle} until the process is stopped. */
public final class LifecycleMain {

  private LifecycleMain() {}

  /** Ends with an exit code if it cannot start. */
  public static void main(String[] arguments) throws Exception {
    System.exit(application().run(arguments));
  }

  static Main application() {
    Main main = new Main(LifecycleMain.class);
    main.configure().addConfiguration(ResponseLifecycle.class);
    // ResponseLifecycle adds the routes; a scan of the package would add them again
    main.configure().setBasePackageScanEnabled(false);
    return main;
  }
}
