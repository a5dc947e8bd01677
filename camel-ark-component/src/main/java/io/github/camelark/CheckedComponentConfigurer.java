// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;

/**
 * Sets options of the component as the generated configurer does, after a look at the value: Camel
 * Main gives it the text of a property, and a text where a number is wanted would become 0.
 */
final class CheckedComponentConfigurer extends ArkComponentConfigurer {

  @Override
  public boolean configure(
      CamelContext context, Object target, String name, Object value, boolean ignoreCase) {
    Map<String, Object> option = new HashMap<>();
    option.put(UriValues.nameOf(name), value);
    UriValues.check(option);
    return option.isEmpty() || super.configure(context, target, name, value, ignoreCase);
  }
}
