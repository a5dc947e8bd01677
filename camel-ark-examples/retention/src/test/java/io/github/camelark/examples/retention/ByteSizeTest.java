// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "1B, 1",
    "15GB, 15000000000",
    "15 GB, 15000000000",
    "1.5kB, 1500",
    "1KB, 1000",
    "2.25MB, 2250000",
    "3TB, 3000000000000",
    "1KiB, 1024",
    "1MiB, 1048576",
    "15GiB, 16106127360",
    "1TiB, 1099511627776"
  })
  void readsUnits(String text, long bytes) {
    assertThat(ByteSize.parse(text)).isEqualTo(new ByteSize(bytes));
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {
        "",
        "15",
        "GB",
        "15gb",
        "15Gb",
        "15 gigs",
        "-1GB",
        "1e9B",
        "0B",
        "0.5B",
        "1,5GB",
        "999999999999TB"
      })
  void refusesWhatIsNoSize(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> ByteSize.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "999949, 999.9 kB",
    "999950, 1.0 MB",
    "15000000000, 15.0 GB",
    "9223372036854775807, 9.2 EB"
  })
  void isShownInDecimalUnits(long bytes, String text) {
    assertThat(new ByteSize(bytes)).hasToString(text);
  }
}
