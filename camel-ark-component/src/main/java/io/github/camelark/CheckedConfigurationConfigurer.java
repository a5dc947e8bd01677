// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Sets options of an {@link ArkConfiguration} that is a bean, or that is reached through the
 * component as {@code camel.component.ark.configuration.olderThan}. Camel finds it by its file in
 * {@code META-INF/services}; without it options would be set by reflection and unseen.
 */
public final class CheckedConfigurationConfigurer implements PropertyConfigurer {

  @Override
  public boolean configure(
      CamelContext context, Object target, String name, Object value, boolean ignoreCase) {
    ArkComponent owner = new ArkComponent(context);
    ServiceHelper.initService(owner);
    owner.setConfiguration((ArkConfiguration) target);
    return owner
        .getComponentPropertyConfigurer()
        .configure(context, owner, name, value, ignoreCase);
  }
}
