// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.snippets;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.ArkSimulatorExtension;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The dependencies that the documents show, word for word, in projects of several versions of
 * Camel: Maven resolves them, and a route lists files with what came of it.
 */
@Tag("full")
class SnippetsIT {

  private static final int FILES = 3;

  /** Of camel-karaf there is but one version here. */
  private static final Pattern CAMEL_JAR =
      Pattern.compile("[/\\\\]camel-(?!core-osgi)[a-z-]+-(\\d+\\.\\d+\\.\\d+)\\.jar");

  @RegisterExtension static final ArkSimulatorExtension SIMULATOR = ArkSimulatorExtension.create();

  private static String logOfMaven;

  @BeforeAll
  static void resolveAll() throws Exception {
    Path repository = Path.of(System.getProperty("snippets.repository"));
    OverlaidRepository.link(Path.of(System.getProperty("maven.repository")), repository);
    Path log = Path.of("target", "maven.log");
    run(
        log,
        Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
        "--batch-mode",
        "--fail-at-end",
        "--file=" + UserProject.writeAll(),
        "-Dmaven.repo.local=" + repository,
        "org.apache.maven.plugins:maven-dependency-plugin:"
            + System.getProperty("maven.dependency.plugin.version")
            + ":build-classpath");
    logOfMaven = Files.readString(log);
  }

  @Test
  void everyPageThatShowsCamelAndTheComponentIsTested() throws IOException {
    List<Path> shown = new ArrayList<>();
    for (Path page : Page.candidates()) {
      String text = Files.readString(page);
      if (text.contains("<groupId>io.github.camelark</groupId>")) {
        shown.add(page);
      }
    }

    assertThat(Stream.of(Page.values()).map(Page::file)).containsExactlyInAnyOrderElementsOf(shown);
  }

  static List<UserProject> projects() {
    return UserProject.all();
  }

  @ParameterizedTest
  @MethodSource("projects")
  void listsFiles(UserProject project) throws Exception {
    String classPath = project.classPath();
    assertThat(classPath).as("%s", logOfMaven).isNotNull();
    assertThat(versionsOfCamel(classPath)).containsExactly(project.version().camel());

    run(
        project.log(),
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        Path.of("target", "test-classes") + File.pathSeparator + classPath,
        project.page().program().getName(),
        endpoint(project.page()));

    assertThat(Files.readString(project.log()))
        .contains("Camel " + project.version().camel() + " lists " + FILES + " files");
  }

  private static Set<String> versionsOfCamel(String classPath) {
    return CAMEL_JAR
        .matcher(classPath)
        .results()
        .map(jar -> jar.group(1))
        .collect(Collectors.toSet());
  }

  private static String endpoint(Page page) {
    ArkSimulator simulator = SIMULATOR.simulator();
    simulator.addFiles(ARK, FILES);
    String list =
        page == Page.KAMELETS ? "kamelet:ark-files-list-action?" : "ark:files?operation=list&";
    return list
        + "paging=all&baseUrl=%s&apiKey=%s"
            .formatted(simulator.baseUrl(ARK), simulator.apiKey(ARK));
  }

  private static void run(Path log, String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      assertThat(process.waitFor(10, TimeUnit.MINUTES)).as(log + " ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
  }
}
