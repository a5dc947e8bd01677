// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of bytes, with its unit: {@code 15GB} are 15,000,000,000 bytes, {@code 15GiB} are
 * 16,106,127,360.
 */
record ByteSize(long bytes) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,3})?) ?([kKMGT]i?)?B");

  private static final Map<String, Long> UNITS =
      Map.of(
          "",
          1L,
          "K",
          1_000L,
          "M",
          1_000_000L,
          "G",
          1_000_000_000L,
          "T",
          1_000_000_000_000L,
          "KI",
          1L << 10,
          "MI",
          1L << 20,
          "GI",
          1L << 30,
          "TI",
          1L << 40);

  private static final List<String> DECIMAL = List.of("B", "kB", "MB", "GB", "TB", "PB", "EB");

  /**
   * Reads a size such as 15GB, 1.5TB or 500MiB.
   *
   * @throws IllegalArgumentException if it is none, is zero, or has no unit
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static ByteSize parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + text + "' is not a size");
    }
    String unit = matcher.group(2) == null ? "" : matcher.group(2).toUpperCase(Locale.ROOT);
    BigDecimal bytes =
        new BigDecimal(matcher.group(1))
            .multiply(BigDecimal.valueOf(requireNonNull(UNITS.get(unit))))
            .setScale(0, RoundingMode.DOWN);
    if (bytes.signum() == 0 || bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw new IllegalArgumentException("'" + text + "' is too small or too large");
    }
    return new ByteSize(bytes.longValue());
  }

  /** For people, in decimal units: {@code 15.0 GB}, {@code 999 B}. */
  @Override
  public String toString() {
    int unit = 0;
    double amount = bytes;
    while (Math.abs(amount) >= 999.95 && unit < DECIMAL.size() - 1) {
      amount /= 1000;
      unit++;
    }
    return unit == 0
        ? bytes + " B"
        : String.format(Locale.ROOT, "%.1f %s", amount, DECIMAL.get(unit));
  }
}
