// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks at the values of a URI, or of a property of the component, before Camel converts them:
 * Camel makes 0 of a text where a number is wanted, and 0 means "all" or "never" for some options.
 */
final class UriValues {

  private static final List<String> NUMBERS =
      List.of(
          "limit",
          "maxResults",
          "maxConnections",
          "maxResponseSize",
          "maxRetries",
          "maxMessagesPerPoll",
          "requestsPerSecond");
  private static final List<String> DURATIONS =
      List.of(
          "connectTimeout",
          "responseTimeout",
          "callTimeout",
          "retryDelay",
          "maxRetryDelay",
          "maxRetryAfter",
          "olderThan",
          "expiringWithin",
          "cursorLag",
          "fullScanInterval");

  /** Options that mean nothing if they are empty, as after {@code purpose={{purpose:}}}. */
  private static final List<String> MAY_BE_EMPTY =
      List.of("operation", "purpose", "order", "limit", "after", "requestsPerSecond");

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Pattern DURATION =
      Pattern.compile("-?\\d+|(\\d+\\s*(ms|[dhms])\\s*)+|-?[pP]\\S+");

  private UriValues() {}

  /**
   * Removes what is empty and may be, and looks at the rest.
   *
   * @throws IllegalArgumentException if a value is not what it should be
   */
  static void check(Map<String, Object> parameters) {
    for (String option : MAY_BE_EMPTY) {
      if (parameters.get(option) instanceof String text && text.isEmpty()) {
        parameters.remove(option);
      }
    }
    NUMBERS.forEach(option -> check(parameters, option, NUMBER, "a number"));
    DURATIONS.forEach(
        option -> check(parameters, option, DURATION, "a duration, for example 500ms, 30s or 7d,"));
  }

  /** An option's name as it is written here, whatever case it comes in. */
  static String nameOf(String option) {
    return Stream.of(NUMBERS, DURATIONS, MAY_BE_EMPTY)
        .flatMap(List::stream)
        .filter(option::equalsIgnoreCase)
        .findFirst()
        .orElse(option);
  }

  private static void check(
      Map<String, Object> parameters, String option, Pattern pattern, String expected) {
    if (parameters.get(option) instanceof String text
        && !text.startsWith("#")
        && !pattern.matcher(text.trim()).matches()) {
      throw new IllegalArgumentException(
          "%s must be %s but is '%s'".formatted(option, expected, text));
    }
  }
}
