// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteTextTest {

  @ParameterizedTest(name = "U+{0}")
  @CsvSource({
    "0000", "0007", "0009", "000a", "000d", "001b", "007f", "0085", "009b", "2028", "2029", "202e",
    "2066"
  })
  void escapesLineBreaksAndTerminalControls(String hex) {
    String unsafe = String.valueOf((char) Integer.parseInt(hex, 16));

    assertThat(RemoteText.escape("a" + unsafe + "b")).isEqualTo("a\\u" + hex + "b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "文件.pdf", "a\\b", "\uD83D\uDE00"})
  void leavesOtherTextUnchanged(String text) {
    assertThat(RemoteText.escape(text)).isEqualTo(text);
  }

  @Test
  void marksTruncation() {
    assertThat(RemoteText.excerpt("abcdef", 3)).isEqualTo("abc…");
    assertThat(RemoteText.excerpt("abc", 3)).isEqualTo("abc");
  }

  @Test
  void doesNotSplitACharacter() {
    assertThat(RemoteText.excerpt("ab\uD83D\uDE00cd", 3)).isEqualTo("ab…");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"download_url\":\"https://tos.example/f?sign=s3cret\"}",
        "{\"download_url\" : \"https://tos.example/f?sign=s3cret\",\"id\":\"file-1\"}",
        "{\"download_url\":\"https:\\/\\/tos.example\\/f?sign=s3cret\"}",
        "{\"download_url\":\"https://tos.example/f?sign=s3cret",
        "{\"download_url\":[\"https://tos.example/f?sign=s3cret\"]}",
        "{\"message\":\"{\\\"download_url\\\":\\\"https://tos.example/f?sign=s3cret\\\"}\"}",
        "{'download_url':'https://tos.example/f?sign=s3cret'}",
        "<a>download_url=https://tos.example/f?sign=s3cret</a>",
      })
  void hidesAPreSignedAddress(String text) {
    assertThat(RemoteText.withoutDownloadUrl(text))
        .contains("download_url")
        .doesNotContain("s3cret");
  }
}
