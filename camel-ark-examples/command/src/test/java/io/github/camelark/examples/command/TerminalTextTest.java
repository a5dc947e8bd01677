// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTextTest {

  @Test
  void escapesWhatWouldMoveTheCursorOrForgeALine() {
    assertThat(TerminalText.escape("a\r\n\u001b[2J\u2028\u202eb"))
        .isEqualTo("a\\u000d\\u000a\\u001b[2J\\u2028\\u202eb");
  }

  @Test
  void leavesLettersOfAnyScriptAlone() {
    assertThat(TerminalText.escape("報告 é \ud83d\ude00.pdf")).isEqualTo("報告 é \ud83d\ude00.pdf");
  }

  @Test
  void printsNullAsAWord() {
    assertThat(TerminalText.escape(null)).isEqualTo("null");
  }
}
