// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.kamelets;

import org.apache.camel.spi.PropertiesFunction;

/**
 * Puts a property of a Kamelet into the URI of its endpoint as one value, whatever it contains:
 * <code>
 * {{ark-option:?purpose}}</code>. With a plain placeholder the value {@code a+b} would arrive as
 * {@code a b}, and {@code x&http.proxyHost=elsewhere} would set a second option, which sends the
 * key through an attacker's proxy. Percent-encoding does not help: Camel splits a query after it
 * has decoded it.
 *
 * <p>Stateless.
 */
public final class OptionFunction implements PropertiesFunction {

  @Override
  public String getName() {
    return "ark-option";
  }

  /** Camel passes the value of the property, and leaves out an option without a value. */
  @Override
  public boolean lookupFirst(String remainder) {
    return true;
  }

  /**
   * Returns the value in one of the two quotations of Camel's URIs.
   *
   * @throws IllegalArgumentException if the value would end both
   */
  @Override
  public String apply(String value) {
    if (!value.contains(")&")) {
      return "RAW(" + value + ")";
    }
    if (!value.contains("}&")) {
      return "RAW{" + value + "}";
    }
    throw new IllegalArgumentException(
        "a value with both )& and }& in it cannot be an option of an endpoint");
  }
}
