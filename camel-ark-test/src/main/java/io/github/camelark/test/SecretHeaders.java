// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The request headers that carry keys. */
final class SecretHeaders {

  private static final Set<String> NAMES =
      Set.of("authorization", "proxy-authorization", "api-key", "x-api-key", "cookie");
  private static final String BEARER = "Bearer ";

  private SecretHeaders() {}

  /** Returns the values of a header with the keys in it replaced. */
  static List<String> hide(String name, List<String> values) {
    return NAMES.contains(name.toLowerCase(Locale.ROOT))
        ? values.stream().map(SecretHeaders::hide).toList()
        : List.copyOf(values);
  }

  private static String hide(String value) {
    return value.startsWith(BEARER) ? BEARER + "***" : "***";
  }
}
