// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks;

import java.nio.file.Path;
import java.util.List;

/**
 * The Java of another process.
 *
 * @param home where it is
 * @param options of the JVM
 * @param libraries jars that come first on the class path
 */
public record Java(Path home, List<String> options, List<Path> libraries) {

  /** The Java that runs this. */
  public static Java current(List<String> options) {
    return new Java(Path.of(System.getProperty("java.home")), options, List.of());
  }

  /** The same with jars that come first on the class path. */
  public Java with(List<Path> newLibraries) {
    return new Java(home, options, newLibraries);
  }
}
