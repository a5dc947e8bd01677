// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkComponent;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** The tests of the component, which run next, would not notice if they ran on something else. */
class TestedVersionsTest {

  private static final Pattern CAMEL_JAR =
      Pattern.compile(
          "[/\\\\]org[/\\\\]apache[/\\\\]camel[/\\\\]([a-z0-9-]+)[/\\\\]([0-9.]+)[/\\\\]");

  @Test
  void runsOnTheCamelThatWasAskedFor() throws Exception {
    try (CamelContext context = new DefaultCamelContext()) {
      assertThat(context.getVersion()).isEqualTo(System.getProperty("tested.camel.version"));
    }
  }

  /** But for two that only tests use, and that are missing in some versions. */
  @Test
  void allOfCamelIsOfThatVersion() {
    String version = System.getProperty("tested.camel.version");

    List<String> jars =
        CAMEL_JAR
            .matcher(System.getProperty("java.class.path"))
            .results()
            .filter(jar -> !jar.group(2).equals(version))
            .map(jar -> jar.group(1))
            .toList();

    assertThat(jars).isSubsetOf("camel-master", "camel-xml-io-dsl");
  }

  @Test
  void runsOnTheJavaThatWasAskedFor() {
    assertThat(System.getProperty("java.specification.version"))
        .isEqualTo(System.getProperty("tested.java.version"));
  }

  @Test
  void runsTheJarAndNotTheClassesThatItWasMadeOf() {
    assertThat(ArkComponent.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .endsWith(".jar");
  }

  @Test
  void runsWithTheThreadsThatWereAskedFor() throws Exception {
    try (CamelContext context = new DefaultCamelContext()) {
      context.start();
      ExecutorService pool =
          context.getExecutorServiceManager().newCachedThreadPool(this, "thread-of-a-route");

      String thread =
          pool.submit(() -> Thread.currentThread().toString()).get(30, TimeUnit.SECONDS);

      assertThat(thread.startsWith("VirtualThread"))
          .isEqualTo(Boolean.getBoolean("virtual.threads"));
    }
  }
}
