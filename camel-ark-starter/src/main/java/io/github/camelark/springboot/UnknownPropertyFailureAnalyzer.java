// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.springboot;

import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.util.StringHelper;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says which property of the component does not exist, and which one was probably meant. The
 * analyzer of Spring Boot would print the value, and the value of a misspelt {@code api-key} is a
 * key.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnknownPropertyFailureAnalyzer
    extends AbstractFailureAnalyzer<UnboundConfigurationPropertiesException> {

  private static final ConfigurationPropertyName PREFIX =
      ConfigurationPropertyName.of(ArkComponentProperties.PREFIX);

  @Override
  protected @Nullable FailureAnalysis analyze(
      Throwable rootFailure, UnboundConfigurationPropertiesException cause) {
    if (!cause.getUnboundProperties().stream().allMatch(this::isOurs)) {
      return null;
    }
    return new FailureAnalysis(
        lines(cause, property -> property.getName() + " does not exist" + placeOf(property)),
        lines(cause, property -> "Did you mean " + nearest(property.getName()) + "?")
            + "\n\nThe options are described in docs/options.md and by the completion of your"
            + " editor.",
        cause);
  }

  private boolean isOurs(ConfigurationProperty property) {
    return PREFIX.isAncestorOf(property.getName());
  }

  private static String lines(
      UnboundConfigurationPropertiesException cause, Function<ConfigurationProperty, String> line) {
    return cause.getUnboundProperties().stream().map(line).collect(Collectors.joining("\n"));
  }

  private static String placeOf(ConfigurationProperty property) {
    return property.getOrigin() == null ? "" : ": " + property.getOrigin();
  }

  private static String nearest(ConfigurationPropertyName unknown) {
    String wanted = plain(unknown.subName(PREFIX.getNumberOfElements()).toString());
    String name =
        Stream.of(ArkComponentProperties.class.getRecordComponents())
            .map(component -> StringHelper.camelCaseToDash(component.getName()))
            .min(Comparator.comparingInt(option -> Spelling.distance(wanted, plain(option))))
            .orElseThrow();
    return PREFIX + "." + name;
  }

  private static String plain(String name) {
    return name.replace("-", "");
  }
}
