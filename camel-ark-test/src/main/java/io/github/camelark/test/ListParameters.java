// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a list call asks for. */
final class ListParameters {

  private static final Set<String> ORDERS = Set.of("asc", "desc");

  private ListParameters() {}

  /** Returns the query; a {@link RefusedException} says which parameter is wrong. */
  static FileQuery read(ApiRequest request, Dialect.ListRules rules, boolean strict) {
    String purpose = request.parameter("purpose");
    if (!rules.pages()) {
      return new FileQuery(false, null, rules.largestLimit(), purpose, strict);
    }
    boolean ascending = isAscending(request.parameter("order"));
    int limit = limit(request.parameter("limit"), rules.largestLimit());
    return new FileQuery(ascending, request.parameter("after"), limit, purpose, strict);
  }

  private static boolean isAscending(@Nullable String order) {
    if (order != null && !ORDERS.contains(order)) {
      throw new RefusedException(
          ApiError.invalid("order", "order must be asc or desc, not " + order + "."));
    }
    return "asc".equals(order);
  }

  private static int limit(@Nullable String limit, int largest) {
    if (limit == null) {
      return largest;
    }
    try {
      int number = Integer.parseInt(limit);
      if (number >= 1 && number <= largest) {
        return number;
      }
    } catch (NumberFormatException notNumber) {
      // Refused below, like a number out of range.
    }
    throw new RefusedException(
        ApiError.invalid("limit", "limit must be from 1 to " + largest + ", not " + limit + "."));
  }
}
