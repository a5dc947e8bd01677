// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.commandline;

import org.apache.camel.dsl.jbang.core.commands.CamelJBangMain;

/** The command {@code camel}, as JBang starts it, for machines that have no JBang. */
public final class CamelCommand {

  private CamelCommand() {}

  /**
   * @param arguments as of the command, for example {@code run}
   */
  public static void main(String[] arguments) {
    CamelJBangMain.run(arguments);
  }
}
