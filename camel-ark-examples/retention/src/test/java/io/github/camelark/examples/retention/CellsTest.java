// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {

  @ParameterizedTest
  @CsvSource({
    "report.pdf, report.pdf",
    "=1+1, '''=1+1'",
    "+1, '''+1'",
    "-1, '''-1'",
    "@a, '''@a'",
    "' =1', ''' =1'",
    "\uFF1D1, '''\uFF1D1'",
    "a=1, a=1",
    "'\t=1', \\u0009=1",
    "'', ''",
    ", ''"
  })
  void makesNoFormulaOfAText(String text, String cell) {
    assertThat(Cells.safe(text)).isEqualTo(cell);
  }
}
