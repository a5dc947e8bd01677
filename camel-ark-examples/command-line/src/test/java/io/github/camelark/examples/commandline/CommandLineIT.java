// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The routes and properties of this module, in a folder of a user. */
class CommandLineIT {

  private static final SimulatedProvider ARK = SimulatedProvider.ARK;
  private static final String WATCH_FILES = "watch-files.camel.yaml";
  private static final String WATCH_BY_KAMELET = "watch-by-kamelet.camel.yaml";
  private static final String CLEAN_UP = "clean-up.camel.yaml";
  private static final String PROPERTIES = "application.properties";
  private static final String COMPONENT =
      "--dep=mvn:io.github.camelark:camel-ark-component:0.1.0-SNAPSHOT";

  @RegisterExtension static final ArkSimulatorExtension SIMULATOR = ArkSimulatorExtension.create();

  @TempDir Path folder;

  private final ArkSimulator simulator = SIMULATOR.simulator();
  private final Map<String, String> key = Map.of("ARK_API_KEY", simulator.apiKey(ARK));
  private final String address =
      "--property=camel.component.ark.base-url=" + simulator.baseUrl(ARK);

  @Test
  void watchesByTheDependencyAndTheKeyOfTheCommand() throws Exception {
    List<SimulatedFile> files = simulator.addFiles(ARK, 3);

    EndedCommand command =
        run(
            key,
            WATCH_FILES,
            COMPONENT,
            "--property=camel.component.ark.api-key={{env:ARK_API_KEY}}",
            "--max-messages=3");

    assertThat(command.exitCode()).as(command.output()).isZero();
    assertThat(command.output())
        .contains(files.stream().map(file -> file.id() + " is active: ").toList());
  }

  @Test
  void cleansUpByTheDependencyAndTheKeyOfTheProperties() throws Exception {
    String good = simulator.addFile(ARK).id();
    String bad = simulator.addFile(ARK, SimulatedFile.named("a").withStatus("failed")).id();

    // It ends only when the route is through with the message.
    EndedCommand command = run(key, CLEAN_UP, PROPERTIES, "--max-messages=1");

    assertThat(command.exitCode()).as(command.output()).isZero();
    assertThat(command.output()).contains("DELETED: " + bad);
    assertThat(simulator.hasFile(ARK, bad)).isFalse();
    assertThat(simulator.hasFile(ARK, good)).isTrue();
  }

  @Test
  void watchesByAKamelet() throws Exception {
    String id = simulator.addFile(ARK).id();

    EndedCommand command =
        run(
            key,
            WATCH_BY_KAMELET,
            "--dep=mvn:io.github.camelark:camel-ark-kamelets:0.1.0-SNAPSHOT",
            "--property=camel.kamelet.ark-files-source.apiKey={{env:ARK_API_KEY}}",
            "--property=camel.kamelet.ark-files-source.baseUrl=" + simulator.baseUrl(ARK),
            "--max-messages=1");

    assertThat(command.exitCode()).as(command.output()).isZero();
    assertThat(command.output()).contains(id + " is active: ");
  }

  @Test
  void runsTheComponentThatWasJustBuilt() throws Exception {
    EndedCommand command = run(key, CLEAN_UP, PROPERTIES, "--max-messages=1");
    Path jar = command.sourceOf("io.github.camelark.ArkComponent");

    assertThat(jar).as(command.output()).startsWith(EndedCommand.REPOSITORY);
    assertThat(jar).hasSameBinaryContentAs(Path.of(System.getProperty("component.jar")));
  }

  @Test
  void doesNotPrintTheKey() throws Exception {
    EndedCommand command = run(key, CLEAN_UP, PROPERTIES, "--max-messages=1");

    assertThat(command.output())
        .contains("camel.component.ark.apiKey")
        .doesNotContain(simulator.apiKey(ARK));
  }

  @Test
  void doesNotStartWithoutTheComponent() throws Exception {
    EndedCommand command = run(key, CLEAN_UP);

    assertThat(command.exitCode()).as(command.output()).isOne();
    assertThat(command.output()).contains("Cannot find component with name: ark");
  }

  @Test
  void doesNotStartWithAnOptionThatDoesNotExist() throws Exception {
    EndedCommand command =
        run(key, CLEAN_UP, PROPERTIES, "--property=camel.component.ark.max-retires=3");

    assertThat(command.exitCode()).as(command.output()).isOne();
    assertThat(command.output())
        .contains("Error binding property (camel.component.ark.maxRetires=3)");
  }

  @Test
  void doesNotStartWithAWrongUnit() throws Exception {
    EndedCommand command =
        run(key, CLEAN_UP, PROPERTIES, "--property=camel.component.ark.call-timeout=ten parsecs");

    assertThat(command.exitCode()).as(command.output()).isOne();
    assertThat(command.output())
        .contains(
            "callTimeout must be a duration, for example 500ms, 30s or 7d, but is 'ten parsecs'");
  }

  @Test
  void doesNotStartWithoutTheVariableThatThePropertiesName() throws Exception {
    EndedCommand command = run(Map.of(), CLEAN_UP, PROPERTIES);

    assertThat(command.exitCode()).as(command.output()).isOne();
    assertThat(command.output())
        .contains("Property with key [env:ARK_API_KEY] using function [env] returned null value");
  }

  @Test
  void doesNotStartWithoutAKey() throws Exception {
    EndedCommand command = run(Map.of(), CLEAN_UP, COMPONENT);

    assertThat(command.exitCode()).as(command.output()).isOne();
    assertThat(command.output()).contains("apiKey is missing");
    assertThat(simulator.journal()).isEmpty();
  }

  private EndedCommand run(Map<String, String> environment, String... arguments) throws Exception {
    for (String file : List.of(WATCH_FILES, WATCH_BY_KAMELET, CLEAN_UP, PROPERTIES)) {
      if (List.of(arguments).contains(file)) {
        Files.copy(Path.of(file), folder.resolve(file));
      }
    }
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add(address);
    return EndedCommand.run(folder, environment, all);
  }
}
