// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.command;

import java.util.Locale;

/** The providers, and the environment variable that has the key to each. */
public enum Provider {
  ARK("ARK_API_KEY"),
  AZURE("AZURE_OPENAI_API_KEY"),
  OPENAI("OPENAI_API_KEY");

  private final String keyVariable;

  Provider(String keyVariable) {
    this.keyVariable = keyVariable;
  }

  /** The name of the environment variable, for example {@code ARK_API_KEY}. */
  public String keyVariable() {
    return keyVariable;
  }

  /** The value of the option provider. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
