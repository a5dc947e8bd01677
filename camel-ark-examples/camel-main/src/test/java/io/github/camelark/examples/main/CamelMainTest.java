// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.model.ArkFile;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The application as it is, with a simulator in the place of the service. */
@Timeout(60)
class CamelMainTest {

  private static final SimulatedProvider ARK = SimulatedProvider.ARK;

  @RegisterExtension static final ArkSimulatorExtension SIMULATOR = ArkSimulatorExtension.create();

  @TempDir Path folder;

  private final ArkSimulator simulator = SIMULATOR.simulator();
  private final Map<String, String> properties = new HashMap<>();

  @BeforeEach
  void pointToTheSimulator() {
    properties.put("camel.component.ark.base-url", simulator.baseUrl(ARK));
    properties.put("camel.component.ark.api-key", simulator.apiKey(ARK));
    properties.put("watch.folder", folder.toString());
  }

  @Test
  void watchesByARouteInYaml() throws Exception {
    List<SimulatedFile> files = simulator.addFiles(ARK, 3);

    try (RunningMain main = RunningMain.start(properties, "watch-files", 3)) {
      assertThat(main.awaitAll())
          .extracting(body -> ((ArkFile) body).id())
          .containsExactlyInAnyOrderElementsOf(files.stream().map(SimulatedFile::id).toList());
    }
  }

  @Test
  void countsByARouteInXml() throws Exception {
    simulator.addFiles(ARK, 3);

    try (RunningMain main = RunningMain.start(properties, "count-files", 1)) {
      assertThat(main.awaitAll()).hasSize(1).allMatch(body -> ((List<?>) body).size() == 3);
    }
  }

  @Test
  void remembersAfterARestartWhatIsDone() throws Exception {
    simulator.addFiles(ARK, 3);
    try (RunningMain main = RunningMain.start(properties, "watch-files", 3)) {
      main.awaitAll();
    }
    SimulatedFile another = simulator.addFile(ARK, SimulatedFile.named("another.pdf"));

    try (RunningMain main = RunningMain.start(properties, "watch-files", 1)) {
      assertThat(main.awaitAll())
          .extracting(body -> ((ArkFile) body).id())
          .containsExactly(another.id());
    }
  }

  @Test
  void keepsWhatIsDoneInTheBeansOfTheYaml() throws Exception {
    SimulatedFile file = simulator.addFile(ARK);

    try (RunningMain main = RunningMain.start(properties, "watch-files", 1)) {
      main.awaitAll();
    }

    assertThat(Files.readString(folder.resolve("done.txt"))).contains(file.id());
  }
}
