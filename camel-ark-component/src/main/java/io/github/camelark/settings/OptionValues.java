// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.settings;

import io.github.camelark.text.RemoteText;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.support.EndpointHelper;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the value of an option before Camel converts it: Camel makes 0 of a text where a number
 * is wanted, and 0 means "all" or "never" for some options. The generated configurers know of which
 * type an option is, and every way of setting an option leads through them.
 */
final class OptionValues {

  /** What {@link #checked} returns if the option is to be left as it is. */
  static final Object NOT_SET = new Object();

  /** Never left as they are because a placeholder was empty: they decide what is deleted where. */
  private static final Set<String> NEVER_EMPTY = Set.of("provider", "fileId", "responseId");

  private static final Map<Class<?>, long[]> WHOLE_NUMBERS =
      Map.of(
          int.class, new long[] {Integer.MIN_VALUE, Integer.MAX_VALUE},
          Integer.class, new long[] {Integer.MIN_VALUE, Integer.MAX_VALUE},
          long.class, new long[] {Long.MIN_VALUE, Long.MAX_VALUE},
          Long.class, new long[] {Long.MIN_VALUE, Long.MAX_VALUE});

  private OptionValues() {}

  /**
   * The value to set, which may be another than the given one, or {@link #NOT_SET}.
   *
   * @param type the type of the option; null if there is no such option
   * @throws IllegalArgumentException if it is not what the option needs, naming the option
   */
  static @Nullable Object checked(
      CamelContext context, String option, @Nullable Class<?> type, @Nullable Object value) {
    if (type == null || value == null) {
      return value;
    }
    Object resolved = isPlain(type) ? resolved(context, value) : value;
    if (resolved instanceof CharSequence text) {
      return text.isEmpty() && mayBeEmpty(option, type)
          ? NOT_SET
          : checkedText(option, type, text.toString());
    }
    if (resolved instanceof Number && OptionDurations.needsUnit(option)) {
      throw OptionDurations.withoutUnit(option, resolved.toString());
    }
    return resolved;
  }

  private static Object checkedText(String option, Class<?> type, String text) {
    if (type == Duration.class) {
      return OptionDurations.parse(option, text.trim());
    }
    if (type == long.class && option.toLowerCase(Locale.ROOT).endsWith("delay")) {
      // those of Camel's polls are milliseconds that may be written as durations
      return OptionDurations.parse(option, text.trim()).toMillis();
    }
    if (WHOLE_NUMBERS.containsKey(type)) {
      requireWholeNumber(option, text.trim(), WHOLE_NUMBERS.get(type));
      return text.trim();
    }
    if (type == Double.class) {
      requireNumber(option, text.trim());
      return text.trim();
    }
    if (type == boolean.class || type == Boolean.class) {
      require(text.matches("(?i)true|false"), option, "true or false", text);
    }
    if (type.isEnum()) {
      requireConstant(option, type, text);
    }
    return text;
  }

  private static boolean isPlain(Class<?> type) {
    return type.isPrimitive()
        || type.isEnum()
        || Number.class.isAssignableFrom(type)
        || type == Boolean.class
        || type == Duration.class;
  }

  /** A bean may be a text too, which Camel would convert after us. */
  private static Object resolved(CamelContext context, Object value) {
    return value instanceof String text && EndpointHelper.isReferenceParameter(text)
        ? EndpointHelper.resolveReferenceParameter(context, text.trim(), Object.class)
        : value;
  }

  /** As after {@code purpose={{purpose:}}}; what is never null must be something. */
  private static boolean mayBeEmpty(String option, Class<?> type) {
    return !type.isPrimitive() && NEVER_EMPTY.stream().noneMatch(option::equalsIgnoreCase);
  }

  private static void requireWholeNumber(String option, String text, long[] range) {
    requireNumber(option, text);
    String expected = "a whole number from " + range[0] + " to " + range[1];
    try {
      long number = Long.parseLong(text);
      require(number >= range[0] && number <= range[1], option, expected, text);
    } catch (NumberFormatException e) {
      throw refused(option, expected, text);
    }
  }

  private static void requireNumber(String option, String text) {
    require(text.matches("-?\\d+(\\.\\d+)?"), option, "a number", text);
  }

  private static void requireConstant(String option, Class<?> type, String text) {
    Object[] constants = type.getEnumConstants();
    require(
        Arrays.stream(constants).anyMatch(constant -> constant.toString().equalsIgnoreCase(text)),
        option,
        Arrays.stream(constants).map(Object::toString).collect(Collectors.joining(" or ")),
        text);
  }

  private static void require(boolean condition, String option, String expected, String text) {
    if (!condition) {
      throw refused(option, expected, text);
    }
  }

  static IllegalArgumentException refused(String option, String expected, String text) {
    return new IllegalArgumentException(
        "%s must be %s, but is '%s'".formatted(option, expected, RemoteText.excerpt(text, 100)));
  }
}
