// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads durations. Camel's own reader takes a bare 7 for milliseconds, 7D for nothing at all, and
 * lets large numbers overflow.
 */
final class OptionDurations {

  private static final String CATALOG = "/META-INF/io/github/camelark/ark.json";

  /**
   * They decide about files: {@code olderThan=7} was meant as days, was 7 milliseconds, and with
   * {@code deleteAfterRead} would empty the account. Those that only say how to call are labelled
   * advanced.
   */
  private static final Set<String> NEED_A_UNIT = durationsThatAreNotAdvanced();

  private static final String EXPECTED = "a duration, for example 500ms, 30s or 7d";
  private static final Pattern NUMBER = Pattern.compile("-?\\d+");
  private static final Pattern WITH_UNITS =
      Pattern.compile(
          "(?:(\\d+)\\s*d)?\\s*(?:(\\d+)\\s*h)?\\s*(?:(\\d+)\\s*m(?!s))?\\s*(?:(\\d+)\\s*s)?\\s*"
              + "(?:(\\d+)\\s*ms)?");

  private OptionDurations() {}

  /** Whether a number without a unit is refused. */
  static boolean needsUnit(String option) {
    return NEED_A_UNIT.contains(option);
  }

  /** From what Camel has generated of the options, so that a new one cannot be forgotten. */
  private static Set<String> durationsThatAreNotAdvanced() {
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    try (InputStream catalog = OptionDurations.class.getResourceAsStream(CATALOG)) {
      JsonNode options =
          new ObjectMapper().readTree(Objects.requireNonNull(catalog, CATALOG)).path("properties");
      for (Map.Entry<String, JsonNode> option : options.properties()) {
        if (option.getValue().path("javaType").asText().equals(Duration.class.getName())
            && !option.getValue().path("label").asText().equals("advanced")) {
          names.add(option.getKey());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  static IllegalArgumentException withoutUnit(String option, String number) {
    return new IllegalArgumentException(
        "%s needs a unit: write %sd for days, or h, m, s or ms; a number alone would be milliseconds"
            .formatted(option, number));
  }

  /**
   * @throws IllegalArgumentException if it is no duration, or lacks its unit
   */
  static Duration parse(String option, String text) {
    try {
      if (NUMBER.matcher(text).matches()) {
        long milliseconds = Long.parseLong(text);
        if (milliseconds != 0 && needsUnit(option)) {
          throw withoutUnit(option, text);
        }
        return Duration.ofMillis(milliseconds);
      }
      if (text.matches("[-+]?[pP].*")) {
        return Duration.parse(text);
      }
      Matcher parts = WITH_UNITS.matcher(text);
      if (!text.isEmpty() && parts.matches()) {
        return sum(parts);
      }
    } catch (DateTimeParseException | ArithmeticException | NumberFormatException e) {
      throw OptionValues.refused(option, EXPECTED, text);
    }
    throw OptionValues.refused(option, EXPECTED, text);
  }

  private static Duration sum(Matcher parts) {
    return Duration.ofDays(number(parts.group(1)))
        .plusHours(number(parts.group(2)))
        .plusMinutes(number(parts.group(3)))
        .plusSeconds(number(parts.group(4)))
        .plusMillis(number(parts.group(5)));
  }

  private static long number(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
