// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.jms;

import java.nio.file.Path;

/** A broker in a JVM of its own; ends with its parent. */
final class BrokerMain {

  private BrokerMain() {}

  public static void main(String[] arguments) throws Exception {
    Broker.start(Integer.parseInt(arguments[0]), Path.of(arguments[1]));
    ProcessHandle.current().parent().orElseThrow().onExit().join();
    System.exit(0);
  }
}
