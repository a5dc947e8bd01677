// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.kamelets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds docs/kamelets.md against the Kamelets, and runs what it shows. */
class DocumentationTest extends KameletTestSupport {

  private static final SimulatedProvider ARK = SimulatedProvider.ARK;

  @ParameterizedTest
  @MethodSource("io.github.camelark.kamelets.KameletRulesTest#kamelets")
  void namesEveryKameletAndProperty(KameletFile kamelet) throws IOException {
    String page = page();

    assertThat(page).contains("| `" + kamelet.name() + "` |");
    assertThat(kamelet.properties().keySet())
        .allSatisfy(property -> assertThat(page).contains("`" + property + "`"));
  }

  @Test
  void showsPropertiesThatTheKameletsHave() throws Exception {
    assertThat(properties().stringPropertyNames()).contains("camel.component.ark.apiKey");
    for (String name : properties().stringPropertyNames()) {
      if (name.startsWith("camel.component.ark.")) {
        continue;
      }
      assertThat(KameletFile.ours())
          .anyMatch(
              kamelet ->
                  kamelet.properties().keySet().stream()
                      .anyMatch(
                          property ->
                              name.equals("camel.kamelet." + kamelet.name() + "." + property)));
    }
  }

  @Test
  void showsARouteInYamlThatDeletesWhatFailed() throws Exception {
    String route = snippet("yaml");

    runsAndDeletesWhatFailed(
        () ->
            PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString("route.yaml", route)));
  }

  @Test
  void showsARouteInJavaThatDeletesWhatFailed() throws Exception {
    assertThat(snippet("java"))
        .isEqualTo("from(\"kamelet:ark-files-source\").to(\"kamelet:ark-file-delete-sink\");");

    runsAndDeletesWhatFailed(
        () ->
            context.addRoutes(
                new RouteBuilder() {
                  @Override
                  public void configure() {
                    from("kamelet:ark-files-source").to("kamelet:ark-file-delete-sink");
                  }
                }));
  }

  private void runsAndDeletesWhatFailed(Routes routes) throws Exception {
    SimulatedFile good = simulator().addFile(ARK);
    SimulatedFile bad = simulator().addFile(ARK, SimulatedFile.named("a").withStatus("failed"));
    Properties shown = properties();
    shown.stringPropertyNames().stream()
        .filter(name -> !name.endsWith(".apiKey"))
        .forEach(
            name ->
                context.getPropertiesComponent().addInitialProperty(name, shown.getProperty(name)));
    configure("ark-files-source", ARK);
    configure("ark-file-delete-sink", ARK);
    routes.load();
    NotifyBuilder done = new NotifyBuilder(context).whenCompleted(1).create();

    context.start();

    assertThat(done.matches(30, TimeUnit.SECONDS)).isTrue();
    context.stop();
    assertThat(simulator().hasFile(ARK, good.id())).isTrue();
    assertThat(simulator().hasFile(ARK, bad.id())).isFalse();
  }

  private static Properties properties() throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(snippet("properties")));
    return properties;
  }

  private static String snippet(String language) throws IOException {
    return Pattern.compile("(?s)```" + language + "\\n(.*?)\\n```")
        .matcher(page())
        .results()
        .map((MatchResult block) -> block.group(1))
        .findFirst()
        .orElseThrow();
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("..", "docs", "kamelets.md"));
  }

  private interface Routes {
    void load() throws Exception;
  }
}
