// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import org.apache.camel.CamelContext;

/** Sets options of an endpoint as the generated configurer does, after a look at the value. */
final class CheckedEndpointConfigurer extends ArkEndpointConfigurer {

  @Override
  public boolean configure(
      CamelContext context, Object target, String name, Object value, boolean ignoreCase) {
    Object checked = OptionValues.checked(context, name, getOptionType(name, ignoreCase), value);
    return checked == OptionValues.NOT_SET
        || super.configure(context, target, name, checked, ignoreCase);
  }
}
