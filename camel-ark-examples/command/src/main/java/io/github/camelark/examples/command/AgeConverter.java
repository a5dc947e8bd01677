// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.command;

import java.time.Duration;
import java.util.regex.Pattern;
import org.apache.camel.util.TimeUtils;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an age as Camel reads durations, such as 7d, 36h or 1h30m. */
public final class AgeConverter implements ITypeConverter<Duration> {

  /** Camel reads a bare number as milliseconds: a typo that could delete everything. */
  private static final Pattern WITH_UNITS = Pattern.compile("(\\d{1,9}(ms|[dhms]))+");

  /** A {@link TypeConversionException} says what is wrong with the text. */
  @Override
  public Duration convert(String text) {
    if (!WITH_UNITS.matcher(text).matches()) {
      throw new TypeConversionException(
          "'" + text + "' is not an age, write for example 7d, 36h or 1h30m");
    }
    return Duration.ofMillis(TimeUtils.toMilliSeconds(text));
  }
}
