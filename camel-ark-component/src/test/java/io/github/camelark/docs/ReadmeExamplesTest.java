// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkComponent;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
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

  private static final Pattern FENCED = Pattern.compile("(?s)```(\\w+)\\n(.*?)\\n```");

  private static final String IMPORTS =
      """
      import static org.assertj.core.api.Assertions.assertThat;

      import io.github.camelark.*;
      import io.github.camelark.error.*;
      import io.github.camelark.test.*;
      import org.apache.camel.*;
      import org.apache.camel.builder.*;
      import org.apache.camel.impl.*;
      import org.junit.jupiter.api.*;
      import org.junit.jupiter.api.extension.*;
      """;

  @RegisterExtension static final ArkSimulatorExtension ARK = ArkSimulatorExtension.create();

  @TempDir Path classes;

  @Test
  void beginsWithARouteInJavaThatDeletesWhatFailed() throws Exception {
    compile("CleanUpRoute", IMPORTS + examples("java").get(0));
    URL[] classPath = {classes.toUri().toURL()};

    try (URLClassLoader loader = new URLClassLoader(classPath)) {
      Class<?> route = loader.loadClass("CleanUpRoute");
      runsAndDeletesWhatFailed(
          context -> context.addRoutes((RoutesBuilder) route.getConstructor().newInstance()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"xml", "yaml"})
  void beginsWithARouteInOtherLanguagesThatDeletesWhatFailed(String language) throws Exception {
    String route = examples(language).get(0);

    runsAndDeletesWhatFailed(
        context ->
            PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString("route." + language, route)));
  }

  @ParameterizedTest
  @MethodSource("javaExamples")
  void showsJavaThatCompiles(String example) throws IOException {
    boolean aClass = example.startsWith("class") || example.startsWith("public class");
    String className = aClass ? example.replaceFirst("(?s).*?class (\\w+).*", "$1") : "Example";
    String source =
        aClass
            ? example
            : "class Example extends RouteBuilder { public void configure() {\n" + example + "\n}}";

    String problems = compile(className, IMPORTS + source);

    assertThat(problems).isEmpty();
  }

  static Stream<String> javaExamples() throws IOException {
    return examples("java").stream();
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

  private static List<String> examples(String language) throws IOException {
    return FENCED
        .matcher(Files.readString(Path.of("..", "README.md")))
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  private String compile(String className, String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///" + className + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    StringWriter problems = new StringWriter();
    compiler
        .getTask(
            problems,
            null,
            null,
            List.of(
                "-proc:none",
                "-d",
                classes.toString(),
                "-classpath",
                System.getProperty("java.class.path")),
            null,
            List.of(file))
        .call();
    return problems.toString();
  }

  @FunctionalInterface
  private interface RouteLoader {
    void load(CamelContext context) throws Exception;
  }
}
