// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.springboot;

import static io.github.camelark.springboot.BootTestSupport.application;
import static io.github.camelark.springboot.BootTestSupport.component;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkConfiguration;
import io.github.camelark.ArkPaging;
import io.github.camelark.model.ArkFile;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.camel.Component;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sets each option of the component to something that is not its default, one after the other. */
class EveryPropertyTest {

  private static final Map<String, Object> BEANS =
      Map.of(
          "configuration", new ArkConfiguration(),
          "cursorRepository", new MemoryStateRepository(),
          "filter", (Predicate<ArkFile>) file -> true,
          "idempotentRepository", new MemoryIdempotentRepository(),
          "inProgressRepository", new MemoryIdempotentRepository(),
          "sslContextParameters", new SSLContextParameters());

  @ParameterizedTest(name = "{0}={1}", autoCloseArguments = false)
  @MethodSource("options")
  void reachesTheComponent(String property, String value, String option, Object expected) {
    application()
        .withInitializer(
            context ->
                BEANS.forEach(
                    (name, bean) -> context.getBeanFactory().registerSingleton(name, bean)))
        .withPropertyValues(property + "=" + value)
        .run(
            application -> assertThat(valueOf(option, component(application))).isEqualTo(expected));
  }

  static Stream<Object[]> options() throws IOException {
    return ComponentOption.all().stream().map(EveryPropertyTest::row);
  }

  private static Object[] row(ComponentOption option) {
    String name = option.name();
    if (option.isMap()) {
      return row(
          option, ".proxyHost", "proxy.example.com", Map.of("proxyHost", "proxy.example.com"));
    }
    if (option.isReference()) {
      return row(option, "", "#bean:" + name, BEANS.get(name));
    }
    if (option.isDataSize()) {
      return row(option, "", "3KB", 3072L);
    }
    if (option.isDuration()) {
      return row(option, "", "17s", Duration.ofSeconds(17));
    }
    return switch (option.simpleType()) {
      case "Boolean" -> {
        boolean other = !Boolean.TRUE.equals(option.defaultValue());
        yield row(option, "", String.valueOf(other), other);
      }
      case "Integer" -> row(option, "", "7", 7);
      case "Long" -> row(option, "", "7", 7L);
      case "Double" -> row(option, "", "0.5", 0.5);
      case "ArkPaging" -> row(option, "", "stream", ArkPaging.stream);
      default -> row(option, "", "text", "text");
    };
  }

  private static Object[] row(
      ComponentOption option, String suffix, String value, Object expected) {
    return new Object[] {option.propertyName() + suffix, value, option.name(), expected};
  }

  private static Object valueOf(String option, Component component) {
    PropertyConfigurerGetter getter =
        (PropertyConfigurerGetter) component.getComponentPropertyConfigurer();
    return getter.getOptionValue(component, option, false);
  }
}
