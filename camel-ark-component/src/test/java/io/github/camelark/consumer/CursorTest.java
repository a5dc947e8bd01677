// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "1700000000 file-1",
        "1700000000 file 9/ü?#",
        "1700000000",
        "-1 a",
        "?1700000000 b"
      })
  void readsWhatItWrites(String text) {
    assertThat(Cursor.fromText(text)).isNotNull().extracting(Cursor::toText).isEqualTo(text);
  }

  @ParameterizedTest(name = "''{0}''")
  @NullSource
  @ValueSource(
      strings = {"", " ", "file-1", "1700000000 ", " file-1", "x file-1", "1.5 file-1", "?", "? a"})
  void isAbsentIfTheTextIsNotACursor(String text) {
    assertThat(Cursor.fromText(text)).isNull();
  }

  @Test
  void neverForgetsWhatAnEarlierScanHadDone() {
    Cursor earlier = new Cursor("b", 200, true);

    assertThat(new Cursor("a", 100, true).notBefore(earlier)).isEqualTo(new Cursor("a", 200, true));
    assertThat(new Cursor("c", 300, true).notBefore(earlier)).isEqualTo(new Cursor("c", 300, true));
    assertThat(new Cursor("c", 300, true).notBefore(null)).isEqualTo(new Cursor("c", 300, true));
  }
}
