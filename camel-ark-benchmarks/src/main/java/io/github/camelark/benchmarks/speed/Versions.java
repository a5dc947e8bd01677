// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was measured, and with what. */
public final class Versions {

  private Versions() {}

  /** A line each. */
  public static List<String> lines() throws IOException {
    ClassPath classPath = ClassPath.read();
    String okHttp =
        BuildFolder.jars("openai-java").stream()
            .map(jar -> jar.getFileName().toString())
            .filter(name -> name.startsWith("okhttp-"))
            .map(name -> name.substring("okhttp-".length(), name.length() - ".jar".length()))
            .findFirst()
            .orElse("?");
    return List.of(
        "versions: "
            + Stream.of("camel-core", "httpclient5", "jackson-databind", "jmh-core")
                .map(classPath::version)
                .collect(Collectors.joining(", ")),
        "official SDK: %s with %s"
            .formatted(
                classPath.version("volcengine-java-sdk-ark-runtime"), classPath.version("okhttp")),
        "%s with okhttp %s".formatted(classPath.version("openai-java"), okHttp));
  }
}
