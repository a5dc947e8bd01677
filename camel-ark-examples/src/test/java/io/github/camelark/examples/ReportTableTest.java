// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportTableTest {

  @Test
  void numbersStandUnderTheirTitles() {
    ReportTable table = new ReportTable();

    table.add("ark", Counts.NONE.plus(Step.LISTED, 1_234_567).plus(Step.ALREADY_GONE, 2), 48);
    table.add("openai", Counts.NONE.plus(Step.FAILED, 1), null);

    assertThat(table.lines())
        .containsExactly(
            "provider   listed  retrieved  deleted  already gone  failed  requests sent",
            "ark       1234567          0        0             2       0             48",
            "openai          0          0        0             0       1              -");
  }
}
