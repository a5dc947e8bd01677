// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.karaf;

import static io.github.camelark.test.SimulatedProvider.ARK;

import io.github.camelark.ArkComponent;
import io.github.camelark.test.ArkSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts Karaf and a simulator for all test classes together, and hands them to constructors. */
final class KarafExtension implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Karaf.class || type == ArkSimulator.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Running running =
        context
            .getRoot()
            .getStore(Namespace.create(KarafExtension.class))
            .getOrComputeIfAbsent(Running.class, type -> Running.start(), Running.class);
    return parameter.getParameter().getType() == Karaf.class ? running.karaf : running.simulator;
  }

  private record Running(Karaf karaf, ArkSimulator simulator) implements AutoCloseable {

    static Running start() {
      Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
      ArkSimulator simulator = ArkSimulator.start();
      try {
        return new Running(Karaf.start(prepare(simulator)), simulator);
      } catch (Exception e) {
        simulator.close();
        throw new IllegalStateException("Karaf cannot be started", e);
      }
    }

    private static KarafFolder prepare(ArkSimulator simulator) throws Exception {
      Path parent = Files.createDirectories(Path.of("target", "karaf"));
      KarafFolder folder = new KarafFolder(Files.createTempDirectory(parent, "run"));
      folder.publish(Artifacts.COMPONENT, jarOf(ArkComponent.class));
      folder.publish(Artifacts.FEATURES, Path.of("target", "feature", "feature.xml"));
      folder.export("SIMULATOR_KEY", simulator.apiKey(ARK));
      folder.configure(
          "custom.system.properties",
          "ark.apiKey = " + simulator.apiKey(ARK),
          "ark.baseUrl = " + simulator.baseUrl(ARK));
      return folder;
    }

    private static Path jarOf(Class<?> type) throws Exception {
      Path jar = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (!Files.isRegularFile(jar)) {
        throw new IllegalStateException(jar + " is not packed yet: run 'mvn verify'");
      }
      return jar;
    }

    @Override
    public void close() throws Exception {
      try (simulator) {
        karaf.close();
      }
    }
  }
}
