// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.settings;

import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;

/** Sets options as the generated configurer does, after a look at the value. Thread-safe. */
public final class CheckedConfigurer implements PropertyConfigurer, PropertyConfigurerGetter {

  private final PropertyConfigurer generated;
  private final PropertyConfigurerGetter options;
  private final PropertyConfigurerGetter ofEndpoints;

  /**
   * @param generated what Camel made of the options; it knows their types
   * @param ofEndpoints knows the options that endpoints alone have
   */
  public CheckedConfigurer(PropertyConfigurer generated, PropertyConfigurer ofEndpoints) {
    this.generated = Objects.requireNonNull(generated);
    this.options = (PropertyConfigurerGetter) generated;
    this.ofEndpoints = (PropertyConfigurerGetter) ofEndpoints;
  }

  @Override
  public boolean configure(
      CamelContext context, Object target, String name, Object value, boolean ignoreCase) {
    Class<?> type = getOptionType(name, ignoreCase);
    if (type == null && ofEndpoints.getOptionType(name, ignoreCase) != null) {
      throw new IllegalArgumentException(
          name + " is an option of endpoints only: write it into the URI of each");
    }
    Object checked = OptionValues.checked(context, name, type, value);
    return checked == OptionValues.NOT_SET
        || generated.configure(context, target, name, checked, ignoreCase);
  }

  @Override
  public Class<?> getOptionType(String name, boolean ignoreCase) {
    return options.getOptionType(name, ignoreCase);
  }

  @Override
  public Object getOptionValue(Object target, String name, boolean ignoreCase) {
    return options.getOptionValue(target, name, ignoreCase);
  }

  @Override
  public String[] getAutowiredNames() {
    return options.getAutowiredNames();
  }

  @Override
  public Object getCollectionValueType(Object target, String name, boolean ignoreCase) {
    return options.getCollectionValueType(target, name, ignoreCase);
  }
}
