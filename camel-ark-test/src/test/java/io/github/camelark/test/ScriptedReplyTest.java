// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptedReplyTest {

  @Test
  void scriptIsReadFromAFile(@TempDir Path folder) throws Exception {
    Path script =
        Files.writeString(
            folder.resolve("case.json"),
            """
            {
             "provider": "openai", "right": ["what else stands there is not looked at", 1.5e3, null],
             "replies": [
              {"when": "*", "status": 502, "headers": ["Content-Type: text/html", "X: a:b"],
               "body": "<html>\\u00fc\\n\\"</html>"},
              {"status": 200, "body_b64": "H4sI"}
             ]
            }
            """);

    List<ScriptedReply> replies = ScriptedReply.read(script);

    assertThat(replies).extracting(ScriptedReply::status).containsExactly(502, 200);
    assertThat(replies.get(0).header("content-type")).isEqualTo("text/html");
    assertThat(replies.get(0).header("X")).isEqualTo("a:b");
    assertThat(new String(replies.get(0).body(), UTF_8)).isEqualTo("<html>ü\n\"</html>");
    assertThat(replies.get(1).body()).containsExactly(0x1f, 0x8b, 0x08);
  }

  @Test
  void rawRepliesAreTextOrBytes() {
    List<ScriptedReply> replies =
        ScriptedReply.parse("{\"replies\":[{\"raw\":\"220 \\r\\n\"},{\"raw_b64\":\"AAH/\"}]}");

    assertThat(new String(replies.get(0).body(), UTF_8)).isEqualTo("220 \r\n");
    assertThat(replies.get(1).body()).containsExactly(0, 1, 255);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"replies\":{}}",
        "{\"replies\":[1]}",
        "{\"replies\":[{}]}",
        "{\"replies\":[{\"status\":\"200\"}]}",
        "{\"replies\":[{\"status\":99}]}",
        "{\"replies\":[{\"status\":200,\"when\":\"get\"}]}",
        "{\"replies\":[{\"status\":200}]",
        "{\"replies\":[{\"status\":200}]} x",
        "{\"replies\":[{\"status\":200}],\"a\":trux}",
        "{\"replies\":[{\"status\":200}],\"a\":\"\\u12\"}",
        "{\"replies\":[{\"status\":200}],\"a\":\"",
        "{\"replies\":[{\"status\":200}],\"a\":-}"
      })
  void whatIsNoScriptIsRefused(String script) {
    assertThat(catchThrowable(() -> ScriptedReply.parse(script)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(?s).+");
  }

  @Test
  void errorSaysWhereAScriptIsNotJson() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScriptedReply.parse("{\"replies\" []}"))
        .withMessage("not JSON: : is expected at character 11");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "get", "GET without", "files"})
  void conditionThatCannotBeReadIsRefused(String words) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScriptedReply.of(200, "").when(words))
        .withMessageContaining("a condition is");
  }

  @Test
  void statusOfNoReplyIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> ScriptedReply.of(100, ""));
  }
}
