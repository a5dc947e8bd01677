// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.springboot;

import io.github.camelark.ArkComponent;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Ordered;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.util.HierarchicalPropertiesEvaluator;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.StringHelper;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * Sets the options of the component named {@code ark}, and of no other: another {@link
 * ArkComponent} under a different name belongs to another service, which must not get this one's
 * key.
 */
final class ArkComponentCustomizer implements ComponentCustomizer {

  private static final String NAME = "ark";
  private static final String HTTP_OPTIONS = "httpOptions";

  private final ArkComponentProperties properties;
  private final Environment environment;

  ArkComponentCustomizer(ArkComponentProperties properties, Environment environment) {
    this.properties = properties;
    this.environment = environment;
  }

  @Override
  public boolean isEnabled(String name, Component target) {
    return NAME.equals(name)
        && target instanceof ArkComponent
        && HierarchicalPropertiesEvaluator.evaluate(
            environment, "camel.component.customizer", "camel.component.ark.customizer");
  }

  /** Before the customizers of the application, so that these have the last word. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST;
  }

  @Override
  public void configure(String name, Component target) {
    CamelContext context = target.getCamelContext();
    requireResolved("api-key", properties.apiKey());
    // makes its configurer
    ServiceHelper.initService(target);
    properties.options().forEach((option, value) -> set(context, target, option, value));
    Map<String, String> httpOptions = properties.httpOptions();
    if (httpOptions != null) {
      httpOptions.forEach((option, value) -> requireResolved("http-options." + option, value));
      set(context, target, HTTP_OPTIONS, resolved(context, httpOptions));
    }
  }

  /** Spring leaves an unresolved placeholder as it is, and it would be sent as the key. */
  private static void requireResolved(String property, @Nullable String value) {
    if (value != null && value.startsWith("${") && value.endsWith("}")) {
      throw new IllegalArgumentException(
          "camel.component.ark."
              + property
              + " is a placeholder without a value: set the property or the environment"
              + " variable that it names");
    }
  }

  /** Resolves placeholders and references to beans, as Camel Main does. */
  private static void set(CamelContext context, Component target, String option, Object value) {
    PropertyBindingSupport.build()
        .withConfigurer(target.getComponentPropertyConfigurer())
        .withMandatory(true)
        .bind(context, target, option, value);
  }

  private static Map<String, Object> resolved(CamelContext context, Map<String, String> options) {
    Map<String, Object> resolved = new HashMap<>();
    options.forEach(
        (option, value) ->
            resolved.put(
                StringHelper.dashToCamelCase(option), context.resolvePropertyPlaceholders(value)));
    return resolved;
  }
}
