// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkComponent;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compiles the examples of the README, and runs the route that it begins with. */
class ReadmeExamplesTest {

  @RegisterExtension static final ArkSimulatorExtension ARK = ArkSimulatorExtension.create();

  @TempDir Path classes;

  @Test
  void beginsWithARouteInJavaThatDeletesWhatFailed() throws Exception {
    String example = ReadmeExamples.in("java").get(0);

    try (URLClassLoader loader = ReadmeExamples.load(example, classes)) {
      RoutesBuilder route = ReadmeExamples.routes(example, loader);
      runsAndDeletesWhatFailed(context -> context.addRoutes(route));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"xml", "yaml"})
  void beginsWithARouteInOtherLanguagesThatDeletesWhatFailed(String language) throws Exception {
    String route = ReadmeExamples.in(language).get(0);

    runsAndDeletesWhatFailed(
        context ->
            PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString("route." + language, route)));
  }

  @ParameterizedTest
  @MethodSource("javaExamples")
  void showsJavaThatCompiles(String example) throws IOException {
    String problems = ReadmeExamples.compile(example, classes);

    assertThat(problems).isEmpty();
  }

  static Stream<String> javaExamples() throws IOException {
    return ReadmeExamples.in("java").stream();
  }

  private static void runsAndDeletesWhatFailed(RouteLoader loader) throws Exception {
    SimulatedProvider ark = SimulatedProvider.ARK;
    SimulatedFile good = ARK.simulator().addFile(ark);
    SimulatedFile bad = ARK.simulator().addFile(ark, SimulatedFile.named("a").withStatus("failed"));
    try (CamelContext context = new DefaultCamelContext()) {
      ArkComponent component = context.getComponent("ark", ArkComponent.class);
      component.getConfiguration().setBaseUrl(ARK.simulator().baseUrl(ark));
      component.getConfiguration().setApiKey(ARK.simulator().apiKey(ark));
      loader.load(context);
      AdviceWith.adviceWith(context, null, advice -> advice.replaceFromWith("direct:now"));
      context.start();

      context.createProducerTemplate().sendBody("direct:now", "");
    }

    assertThat(ARK.simulator().hasFile(ark, good.id())).isTrue();
    assertThat(ARK.simulator().hasFile(ark, bad.id())).isFalse();
  }

  @FunctionalInterface
  private interface RouteLoader {
    void load(CamelContext context) throws Exception;
  }
}
