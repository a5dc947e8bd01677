// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.kafka;

import io.github.camelark.examples.pipeline.JavaProcess;
import java.nio.file.Path;

/** A broker in a JVM of its own; ends with its parent. */
final class BrokerMain {

  private BrokerMain() {}

  public static void main(String[] arguments) throws Exception {
    Broker.start(
        Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Path.of(arguments[2]));
    JavaProcess.awaitParent();
    // not System.exit: the broker need not shut down cleanly
    Runtime.getRuntime().halt(0);
  }
}
