// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertyConfigurer;

/**
 * Sets options of an {@link ArkConfiguration} that is a bean, or that is reached through the
 * component as {@code camel.component.ark.configuration.olderThan}. Camel finds it by its file in
 * {@code META-INF/services}; without it options would be set by reflection and unseen.
 */
public final class CheckedConfigurationConfigurer implements PropertyConfigurer {

  private final PropertyConfigurer ofComponent = new CheckedComponentConfigurer();

  @Override
  public boolean configure(
      CamelContext context, Object target, String name, Object value, boolean ignoreCase) {
    ArkComponent owner = new ArkComponent();
    owner.setConfiguration((ArkConfiguration) target);
    return ofComponent.configure(context, owner, name, value, ignoreCase);
  }
}
