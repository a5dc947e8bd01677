// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.command;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The key of a real account, which is taken only from the environment. */
public final class EnvironmentKey {

  private EnvironmentKey() {}

  /**
   * The key to a provider's service.
   *
   * @param environment returns the value of an environment variable, null if it is not set
   * @throws ParameterException if there is none, with the name of the variable
   */
  public static String of(
      Provider provider, UnaryOperator<@Nullable String> environment, CommandLine commandLine) {
    String key = environment.apply(provider.keyVariable());
    if (key == null || key.isBlank()) {
      throw new ParameterException(
          commandLine,
          "--live needs an API key: set the environment variable " + provider.keyVariable());
    }
    return key;
  }
}
