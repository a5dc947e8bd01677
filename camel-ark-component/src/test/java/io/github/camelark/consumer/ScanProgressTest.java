// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.model.ArkFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How far the cursor may move when a list names a file twice. */
class ScanProgressTest {

  private final ScanProgress progress = new ScanProgress(Duration.ZERO, true, null);

  @BeforeEach
  void makeThePage() {
    progress.serverTime(Instant.ofEpochSecond(1_000));
  }

  @Test
  void movesBehindTheFilesThatAreDone() throws IOException {
    progress.pass(file("a", 10), Decision.EMIT);
    progress.pass(file("b", 11), Decision.DONE);
    progress.pass(file("c", 12), Decision.EMIT);

    progress.done("a");

    assertThat(progress.reached()).isEqualTo(new Cursor("b", 11, true));
  }

  @Test
  void keepsTheTimeOfARepeatedFile() throws IOException {
    progress.pass(file("z", 5), Decision.EMIT);
    progress.pass(file("a", 10), Decision.DONE);
    progress.pass(file("b", 11), Decision.EMIT);
    progress.pass(file("a", 99), Decision.DONE);

    progress.done("z");

    assertThat(progress.reached()).isEqualTo(new Cursor("a", 10, true));
  }

  @Test
  void staysBeforeAFileInProgressTwice() throws IOException {
    progress.pass(file("a", 10), Decision.DONE);
    progress.pass(file("b", 11), Decision.EMIT);
    progress.pass(file("b", 12), Decision.EMIT);

    progress.done("b");

    assertThat(progress.reached()).isEqualTo(new Cursor("a", 10, true));
  }

  private static ArkFile file(String id, long createdAt) throws IOException {
    String json = "{\"id\":\"%s\",\"created_at\":%d}".formatted(id, createdAt);
    return ArkFile.fromJson(json.getBytes(StandardCharsets.UTF_8));
  }
}
