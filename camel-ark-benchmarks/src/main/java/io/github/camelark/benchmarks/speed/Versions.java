// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import io.github.camelark.benchmarks.ChildJvm;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was measured, and with what, by the names of the jars. */
public final class Versions {

  private Versions() {}

  /** A line each. */
  public static List<String> lines() throws IOException {
    List<Path> classPath =
        Arrays.stream(ChildJvm.classPath().split(File.pathSeparator)).map(Path::of).toList();
    return List.of(
        "versions: "
            + Stream.of("camel-core", "httpclient5", "jackson-databind", "jmh-core")
                .map(name -> name + " " + version(name, classPath))
                .collect(Collectors.joining(", ")),
        "official SDK: volcengine-java-sdk-ark-runtime %s with okhttp %s"
            .formatted(
                version("volcengine-java-sdk-ark-runtime", classPath),
                version("okhttp", classPath)),
        "openai-java %s with okhttp %s"
            .formatted(version("openai-java", classPath), version("okhttp", jarsOfOpenAi())));
  }

  /** The jars that the build has put beside our classes for openai-java. */
  static List<Path> jarsOfOpenAi() throws IOException {
    try (Stream<Path> files = Files.list(ourClasses().resolveSibling("openai-java"))) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static Path ourClasses() {
    try {
      return Path.of(Versions.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String version(String artifact, List<Path> jars) {
    return jars.stream()
        .map(jar -> jar.getFileName().toString())
        .filter(name -> name.matches(artifact + "-[0-9].*\\.jar"))
        .map(name -> name.substring(artifact.length() + 1, name.length() - ".jar".length()))
        .reduce((older, newer) -> newer) // a class path may have OkHttp 2 and then OkHttp 3
        .orElse("(none)");
  }
}
