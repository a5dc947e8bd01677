// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class AgeConverterTest {

  private final AgeConverter converter = new AgeConverter();

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "7d, P7D",
    "36h, PT36H",
    "1h30m, PT1H30M",
    "90m, PT90M",
    "10s, PT10S",
    "500ms, PT0.5S",
    "0s, PT0S",
    "1d2h3m4s, P1DT2H3M4S"
  })
  void readsWhatCamelReads(String text, Duration age) {
    assertThat(converter.convert(text)).isEqualTo(age);
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(strings = {"", " ", "7", "-7d", "soon", "7 days", "7d!", "99999999999999999999d"})
  void refusesWhatIsNoAge(String text) {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> converter.convert(text));
  }
}
