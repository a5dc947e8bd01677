// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.command;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version, as recorded by the build. */
public final class VersionFile implements IVersionProvider {

  @Override
  public String[] getVersion() throws IOException {
    Properties properties = new Properties();
    try (InputStream file = VersionFile.class.getResourceAsStream("version.properties")) {
      properties.load(requireNonNull(file, "version.properties"));
    }
    return new String[] {"camel-ark-examples " + properties.getProperty("version")};
  }
}
