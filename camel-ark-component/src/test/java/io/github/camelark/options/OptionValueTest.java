// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelark.ArkComponent;
import io.github.camelark.ArkConfiguration;
import io.github.camelark.ArkEndpoint;
import io.github.camelark.support.RouteTestSupport;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.support.NormalizedUri;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.support.service.ServiceHelper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An option that is wrong is refused by its name on every way that it can be set. */
class OptionValueTest extends RouteTestSupport {

  /** Each sets one option, and gives the configuration that then has it. */
  enum Way {
    URI {
      @Override
      ArkConfiguration set(OptionValueTest test, String option, String value) {
        return test.endpoint(option, value).getConfiguration();
      }
    },
    URI_IN_LOWER_CASE {
      @Override
      ArkConfiguration set(OptionValueTest test, String option, String value) {
        return test.endpoint(option.toLowerCase(Locale.ROOT), value).getConfiguration();
      }
    },
    URI_BY_PROPERTY {
      @Override
      ArkConfiguration set(OptionValueTest test, String option, String value) {
        test.property(value);
        return test.endpoint(option, "#property:mine").getConfiguration();
      }
    },
    URI_BY_PLACEHOLDER {
      @Override
      ArkConfiguration set(OptionValueTest test, String option, String value) {
        test.property(value);
        return test.endpoint(option, "{{mine}}").getConfiguration();
      }
    },
    URI_BY_BEAN {
      @Override
      ArkConfiguration set(OptionValueTest test, String option, String value) {
        test.context.getRegistry().bind("mine", value);
        return test.endpoint(option, "#mine").getConfiguration();
      }
    },
    PARAMETERS {
      @Override
      ArkConfiguration set(OptionValueTest test, String option, String value) {
        return test.endpointWith(Map.of(option, value)).getConfiguration();
      }
    },
    ENDPOINT_CONFIGURER {
      @Override
      ArkConfiguration set(OptionValueTest test, String option, String value) {
        ArkEndpoint endpoint =
            test.context.getEndpoint("ark:files?apiKey=fake-key", ArkEndpoint.class);
        PropertyConfigurer configurer = test.component().getEndpointPropertyConfigurer();
        assertThat(configurer.configure(test.context, endpoint, option, value, false)).isTrue();
        return endpoint.getConfiguration();
      }
    },
    COMPONENT {
      @Override
      ArkConfiguration set(OptionValueTest test, String option, String value) {
        return test.bindToComponent(option, value);
      }
    },
    COMPONENT_WITH_DASHES {
      @Override
      ArkConfiguration set(OptionValueTest test, String option, String value) {
        return test.bindToComponent(
            option.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT), value);
      }
    },
    COMPONENT_BY_PROPERTY {
      @Override
      ArkConfiguration set(OptionValueTest test, String option, String value) {
        test.property(value);
        return test.bindToComponent(option, "#property:mine");
      }
    },
    CONFIGURATION_OF_COMPONENT {
      @Override
      ArkConfiguration set(OptionValueTest test, String option, String value) {
        return test.bindToComponent("configuration." + option, value);
      }
    },
    CONFIGURATION_BEAN {
      @Override
      ArkConfiguration set(OptionValueTest test, String option, String value) {
        ArkConfiguration bean = new ArkConfiguration();
        PropertyBindingSupport.build().withMandatory(true).bind(test.context, bean, option, value);
        return bean;
      }
    };

    abstract ArkConfiguration set(OptionValueTest test, String option, String value);
  }

  private ArkEndpoint endpoint(String option, String value) {
    return context.getEndpoint(
        "ark:files?apiKey=fake-key&%s=RAW(%s)".formatted(option, value), ArkEndpoint.class);
  }

  /** As the endpoint DSL and YAML give options. */
  private ArkEndpoint endpointWith(Map<String, Object> parameters) {
    return (ArkEndpoint)
        context
            .getCamelContextExtension()
            .getEndpoint(
                NormalizedUri.newNormalizedUri("ark:files?apiKey=fake-key", false),
                new HashMap<>(parameters));
  }

  private void property(String value) {
    Properties properties = new Properties();
    properties.setProperty("mine", value);
    context.getPropertiesComponent().setOverrideProperties(properties);
  }

  private ArkConfiguration bindToComponent(String name, String value) {
    PropertyBindingSupport.build()
        .withConfigurer(component().getComponentPropertyConfigurer())
        .withMandatory(true)
        .withIgnoreCase(true)
        .bind(context, component(), name, value);
    return component().getConfiguration();
  }

  private static Stream<Arguments> onEveryWay(List<String> rows) {
    return Arrays.stream(Way.values())
        .flatMap(
            way -> rows.stream().map(row -> row.split(" *\\| *", -1)).map(row -> with(way, row)));
  }

  private static Arguments with(Way way, String[] row) {
    return Arguments.of(way, row[0], row[1], row[2]);
  }

  static Stream<Arguments> wrongValues() {
    return onEveryWay(
        List.of(
            "olderThan | 7 | unit",
            "olderThan | -7 | unit",
            "olderThan | soon | duration",
            "olderThan | 7D | duration",
            "olderThan | 1.5d | duration",
            "olderThan | 1s1d | duration",
            "olderThan | 999999999999999d | duration",
            "olderThan | 99999999999999999999 | duration",
            "olderThan | P7 | duration",
            "expiringWithin | 24 | unit",
            "cursorLag | 2 | unit",
            "fullScanInterval | 24 | unit",
            "callTimeout | soon | duration",
            "retryDelay | 9999999999999999999ms | duration",
            "maxResults | ten | a number",
            "maxResults | 10O | a number",
            "maxResults | 5.5 | whole number",
            "maxResults | 1m | a number",
            "maxResults | 99999999999999999999 | whole number",
            "maxRetries | few | a number",
            "maxRetries | 4294967298 | whole number",
            "maxMessagesPerPoll | all | a number",
            "maxMessagesPerPoll | 2147483648 | whole number",
            "limit | 0x10 | a number",
            "limit | 1_000 | a number",
            "maxConnections | many | a number",
            "maxResponseSize | 4MB | a number",
            "requestsPerSecond | some | a number",
            "requestsPerSecond | 1e3 | a number",
            "ignoreMissing | yes | true or false",
            "idempotent | yes | true or false",
            "deleteAfterRead | no | true or false",
            "paging | strem | page or all or stream"));
  }

  @ParameterizedTest(name = "{1}={2} by {0}")
  @MethodSource("wrongValues")
  void isRefusedByItsName(Way way, String option, String value, String expected) {
    IllegalArgumentException failure =
        illegalArgument(catchThrowable(() -> way.set(this, option, value)));

    assertThat(failure)
        .message()
        .containsIgnoringCase(option)
        .contains(expected, value)
        .doesNotContain("java.", "io.github");
  }

  static Stream<Arguments> rightValues() {
    return onEveryWay(
        List.of(
            "olderThan | 7d | PT168H",
            "olderThan | P7D | PT168H",
            "olderThan | 1d12h30m5s7ms | PT36H30M5.007S",
            "olderThan | 1h 30m | PT1H30M",
            "cursorLag | 0 | PT0S",
            "fullScanInterval | 0 | PT0S",
            "callTimeout | 5000 | PT5S",
            "callTimeout | 90s | PT1M30S",
            "maxResults | 100000000000 | 100000000000",
            "maxRetries | 7 | 7",
            "limit | 50 | 50",
            "requestsPerSecond | 0.5 | 0.5",
            "idempotent | FALSE | false",
            "paging | Stream | stream"));
  }

  @ParameterizedTest(name = "{1}={2} by {0}")
  @MethodSource("rightValues")
  void isAccepted(Way way, String option, String value, String expected) {
    ArkConfiguration configuration = way.set(this, option, value);

    assertThat(valueOf(configuration, option)).hasToString(expected);
  }

  static Stream<Arguments> emptyValues() {
    return Arrays.stream(Way.values())
        .filter(way -> way != Way.URI_BY_BEAN)
        .flatMap(
            way ->
                ArkConfigurationTest.options().stream()
                    .filter(option -> option.byDefault() == null)
                    .map(option -> Arguments.of(way, option.name())))
        .filter(way -> !List.of("fileId", "responseId", "apiKey").contains(way.get()[1]));
  }

  @ParameterizedTest(name = "{1} by {0}")
  @MethodSource("emptyValues")
  void emptyValueIsNotSet(Way way, String option) {
    ArkConfiguration configuration = way.set(this, option, "");

    assertThat(valueOf(configuration, option)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"maxRetries", "maxResults", "deleteAfterRead", "ignoreMissing"})
  void isRefusedIfEmptyIsMeaningless(String option) {
    IllegalArgumentException failure =
        illegalArgument(catchThrowable(() -> Way.URI.set(this, option, "")));

    assertThat(failure).hasMessageContaining(option + " must be");
  }

  @ParameterizedTest
  @CsvSource({"olderThan", "expiringWithin", "cursorLag", "fullScanInterval"})
  void isRefusedAsANumberThatIsNoText(String option) {
    Throwable failure = catchThrowable(() -> endpointWith(Map.of(option, 7L)));

    assertThat(illegalArgument(failure)).hasMessageContainingAll(option, "unit");
  }

  @ParameterizedTest
  @CsvSource({
    "delay, soon",
    "initialDelay, later",
    "repeatCount, often",
    "backoffMultiplier, twice",
    "delay, 1s1d"
  })
  void isRefusedIfItIsAnOptionOfCamelsPolls(String option, String value) {
    assertThat(startFailure("ark:files?apiKey=fake-key&%s=%s".formatted(option, value)))
        .hasMessageContainingAll(option + " must be", value);
  }

  @ParameterizedTest
  @CsvSource({"5000, 5000", "30s, 30000", "1m30s, 90000"})
  void delayIsADurationToo(String delay, long milliseconds) {
    assertThat(
            context.getEndpoint(
                "ark:files?apiKey=fake-key&initialDelay=%s&delay=%<s".formatted(delay),
                ArkEndpoint.class))
        .returns(milliseconds, ArkEndpoint::getDelay)
        .returns(milliseconds, ArkEndpoint::getInitialDelay);
  }

  @ParameterizedTest
  @MethodSource("durations")
  void needsAUnitIfItSelectsFiles(String option, Duration byDefault, String text) {
    boolean tellsHowToCall =
        option.endsWith("Timeout") || option.equals("retryDelay") || option.startsWith("maxRetry");

    Throwable failure = catchThrowable(() -> endpoint(option, "7"));

    assertThat(failure == null).isEqualTo(tellsHowToCall);
  }

  static Stream<Arguments> durations() {
    return ArkConfigurationTest.options().stream()
        .filter(option -> option.value() instanceof Duration)
        .map(option -> Arguments.of(option.name(), option.byDefault(), option.text()));
  }

  private Object valueOf(ArkConfiguration configuration, String option) {
    ArkComponent owner = new ArkComponent(context);
    ServiceHelper.initService(owner);
    owner.setConfiguration(configuration);
    return ((PropertyConfigurerGetter) owner.getComponentPropertyConfigurer())
        .getOptionValue(owner, option, false);
  }
}
