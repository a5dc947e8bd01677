// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.secrecy;

import static io.github.camelark.test.SimulatedProvider.OPENAI;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.support.CapturedLog;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedResponse;
import java.io.ByteArrayInputStream;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** What a file contains, what a model is asked and what it says is logged by nobody. */
class ContentSecrecyTest extends RouteTestSupport {

  private static final String SECRET = "the-fox-jumps-at-midnight";
  private static final String UPLOAD = "files?operation=upload";

  @Test
  void uploadIsNotLogged() {
    try (CapturedLog log = CapturedLog.ofEverything()) {
      call(uri(OPENAI, UPLOAD), SECRET, Map.of(Exchange.FILE_NAME, "a"));
      call(
          uri(OPENAI, UPLOAD),
          new ByteArrayInputStream(SECRET.getBytes(UTF_8)),
          Map.of(Exchange.FILE_NAME, "a"));
      simulator().failNext(1, SimulatedFault.status(500));
      send(uri(OPENAI, UPLOAD), SECRET, Map.of(Exchange.FILE_NAME, "a"));

      assertThat(log.text()).contains("files upload").doesNotContain(SECRET);
    }
  }

  @Test
  void downloadIsNotLogged() {
    simulator()
        .addFile(
            OPENAI,
            SimulatedFile.named("a").withId("file-1").withPurpose("batch_output"),
            SECRET.getBytes(UTF_8));
    try (CapturedLog log = CapturedLog.ofEverything()) {
      send(uri(OPENAI, "files?operation=content"), "file-1");

      assertThat(log.text()).contains("files content").doesNotContain(SECRET);
    }
  }

  @Test
  void questionAndAnswerAreNotLogged() {
    simulator().answerNext(OPENAI, SimulatedResponse.of(SECRET));
    try (CapturedLog log = CapturedLog.ofEverything()) {
      Object answer =
          call(
                  uri(OPENAI, "responses?operation=create"),
                  Map.of("model", "m", "input", SECRET),
                  Map.of())
              .getBody();

      assertThat(answer.toString()).doesNotContain(SECRET);
      assertThat(log.text()).contains("responses create").doesNotContain(SECRET);
    }
  }
}
