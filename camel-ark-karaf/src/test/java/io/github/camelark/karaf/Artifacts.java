// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.karaf;

import java.nio.file.Path;

/** What the tests' Karaf installs, as an administrator would write it. */
final class Artifacts {

  private static final String VERSION = System.getProperty("project.version");

  static final String COMPONENT = "mvn:io.github.camelark/camel-ark-component/" + VERSION;

  static final String FEATURES =
      "mvn:io.github.camelark/camel-ark-karaf/" + VERSION + "/xml/features";

  /** The official features, which the features file refers to. */
  static final String CAMEL =
      "mvn:org.apache.camel.karaf/apache-camel/"
          + System.getProperty("camel.karaf.version")
          + "/xml/features";

  /** What is published in place of them. */
  static final Path WRAPPED_CAMEL = Path.of("target", "test-classes", "camel-wrapped.xml");

  private Artifacts() {}

  /** Where an artifact is in a Maven repository, of a URL such as mvn:group/artifact/1.0. */
  static Path pathOf(String url) {
    String[] parts = url.substring("mvn:".length()).split("/");
    String file = parts[1] + "-" + parts[2];
    file += parts.length > 3 ? "-" + parts[4] + "." + parts[3] : ".jar";
    return Path.of(parts[0].replace('.', '/'), parts[1], parts[2], file);
  }
}
