// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import java.time.Duration;
import org.apache.camel.util.TimeUtils;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an age as Camel reads durations: 7d, 36h, 1h30m. */
final class AgeConverter implements ITypeConverter<Duration> {

  @Override
  public Duration convert(String text) {
    Duration age;
    try {
      age = Duration.ofMillis(TimeUtils.toMilliSeconds(text.trim()));
    } catch (RuntimeException e) {
      throw refused(text);
    }
    if (text.isBlank() || age.isNegative()) {
      throw refused(text);
    }
    return age;
  }

  private static TypeConversionException refused(String text) {
    return new TypeConversionException(
        "'" + text + "' is not an age, write for example 7d, 36h or 1h30m");
  }
}
