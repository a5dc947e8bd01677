// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.command;

import java.io.Console;

/** Distinguishes a terminal from a file or a pipe. */
public final class Terminal {

  private Terminal() {}

  /** Whether the output goes to a terminal that can overwrite a line. */
  public static boolean isPresent() {
    Console console = System.console();
    return console != null && isTerminal(console) && !"dumb".equals(System.getenv("TERM"));
  }

  /**
   * From JDK 22 on there is a console in a pipe too, and a method to distinguish them: <a
   * href="https://bugs.openjdk.org/browse/JDK-8309155">JDK-8309155</a>.
   */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
