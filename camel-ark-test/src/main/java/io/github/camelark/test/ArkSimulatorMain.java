// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.io.PrintStream;

/** Serves the simulator on a port, 8089 if none is given, until the program is stopped. */
public final class ArkSimulatorMain {

  private static final int DEFAULT_PORT = 8089;

  private ArkSimulatorMain() {}

  /** Takes the port as its only argument; without one it is 8089. */
  public static void main(String[] arguments) throws InterruptedException {
    int port = arguments.length == 0 ? DEFAULT_PORT : Integer.parseInt(arguments[0]);
    ArkSimulator simulator = ArkSimulator.builder().port(port).build();
    Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
    for (SimulatedProvider provider : SimulatedProvider.values()) {
      simulator.addFiles(provider, 3);
      simulator.addResponse(provider);
    }
    print(simulator, System.out);
    Thread.currentThread().join();
  }

  static void print(ArkSimulator simulator, PrintStream out) {
    String bearer = "Authorization: Bearer ";
    out.println("The simulator is up; stop it with Ctrl-C. Try:");
    printCommands(simulator, SimulatedProvider.ARK, bearer, "", out);
    // The stable versions of Azure have no responses.
    printCommands(
        simulator, SimulatedProvider.AZURE, "api-key: ", "?api-version=2025-04-01-preview", out);
    printCommands(simulator, SimulatedProvider.OPENAI, bearer, "", out);
  }

  private static void printCommands(
      ArkSimulator simulator,
      SimulatedProvider provider,
      String header,
      String query,
      PrintStream out) {
    String base = "http://127.0.0.1:" + simulator.port() + provider.basePath();
    String curl = "  curl -H '" + header + simulator.apiKey(provider) + "' ";
    out.println();
    out.println(curl + "'" + base + "/files" + query + "'");
    out.println(curl + "'" + base + "/files/file-0001" + query + "'");
    out.println(curl + "-X DELETE '" + base + "/files/file-0001" + query + "'");
    out.println(curl + "-X DELETE '" + base + "/responses/resp_0001" + query + "'");
  }
}
