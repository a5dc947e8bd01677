// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelark.ArkComponent;
import io.github.camelark.ArkEndpoint;
import io.github.camelark.ArkInternals;
import io.github.camelark.model.ArkFile;
import io.github.camelark.support.RouteTestSupport;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for each option that the generated catalog has, so that a new one is not forgotten.
 */
class EveryOptionTest extends RouteTestSupport {

  private static final Predicate<ArkFile> FILTER = file -> true;

  /** Labelled as filters, as they decide whether a file comes again. */
  private static final Set<String> REPOSITORIES =
      Set.of("idempotent", "idempotentRepository", "inProgressRepository");

  /** Camel reads and refuses them itself, before the component is asked. */
  private static final Set<String> OF_CAMEL = Set.of("bridgeErrorHandler", "lazyStartProducer");

  record Option(String name, String type, String javaType, String label) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static List<Option> options() {
    try (InputStream catalog =
        ArkComponent.class.getResourceAsStream("/META-INF/io/github/camelark/ark.json")) {
      return new ObjectMapper()
          .readTree(catalog).path("properties").properties().stream()
              .filter(option -> option.getValue().path("kind").asText().equals("parameter"))
              .map(EveryOptionTest::option)
              .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Option option(Map.Entry<String, JsonNode> option) {
    return new Option(
        option.getKey(),
        option.getValue().path("type").asText(),
        option.getValue().path("javaType").asText(),
        option.getValue().path("label").asText());
  }

  static Stream<Option> ofAKind() {
    return options().stream()
        .filter(option -> !OF_CAMEL.contains(option.name()))
        .filter(
            option ->
                Set.of("integer", "number", "boolean", "duration", "enum").contains(option.type()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ofAKind")
  void isRefusedIfAPropertyIsNotOfItsKind(Option option) {
    Throwable failure = catchThrowable(() -> setByProperty(option, "soon"));

    assertThat(illegalArgument(failure))
        .hasMessageContainingAll(option.name() + " must be", "soon");
  }

  static Stream<Option> durations() {
    return options().stream().filter(option -> option.javaType().endsWith(".Duration"));
  }

  /** Those that only say how to call are labelled advanced. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("durations")
  void isRefusedWithoutAUnitIfItSelectsFiles(Option option) {
    Throwable failure = catchThrowable(() -> setByProperty(option, "7"));

    if (option.label().equals("advanced")) {
      assertThat(failure).isNull();
    } else {
      assertThat(illegalArgument(failure)).hasMessageContainingAll(option.name(), "needs a unit");
    }
  }

  @Test
  void someSelectFilesAndSomeDoNot() {
    assertThat(durations().filter(option -> !option.label().equals("advanced")))
        .extracting(Option::name)
        .contains("olderThan", "expiringWithin", "cursorLag", "fullScanInterval")
        .doesNotContain("callTimeout", "maxRetryAfter");
  }

  static Stream<ArkConfigurationTest.Option> filters() {
    List<String> names =
        options().stream()
            .filter(option -> option.label().contains("filter") || option.name().equals("purpose"))
            .map(Option::name)
            .filter(name -> !REPOSITORIES.contains(name))
            .toList();
    return ArkConfigurationTest.options().stream().filter(option -> names.contains(option.name()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("filters")
  void isAPartOfTheCursorKeyIfItIsAFilter(ArkConfigurationTest.Option option) {
    context.getRegistry().bind("filter", FILTER);

    assertThat(cursorKey("&" + option.name() + "=" + option.text()))
        .isNotEqualTo(cursorKey(""))
        .isEqualTo(cursorKey("&" + option.name() + "=" + option.text()));
  }

  private String cursorKey(String options) {
    return ArkInternals.cursorKey(
        context.getEndpoint("ark:files?apiKey=fake-key" + options, ArkEndpoint.class));
  }

  private void setByProperty(Option option, String value) {
    Properties properties = new Properties();
    properties.setProperty("mine", value);
    context.getPropertiesComponent().setOverrideProperties(properties);
    context.getEndpoint("ark:files?apiKey=fake-key&" + option.name() + "=#property:mine");
  }
}
