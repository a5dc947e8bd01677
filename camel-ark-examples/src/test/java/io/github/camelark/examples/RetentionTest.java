// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.model.ArkFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_763_600_000);

  private final Retention retention =
      new Retention(Duration.ofDays(7), Clock.fixed(NOW, ZoneOffset.UTC));

  @ParameterizedTest(name = "{0} seconds more than 7 days: {1}")
  @CsvSource({"-1, false", "0, false", "1, true"})
  void isOverOnceAFileIsOlder(long seconds, boolean over) throws IOException {
    long createdAt = NOW.minus(Duration.ofDays(7)).getEpochSecond() - seconds;

    assertThat(retention.isOver(file("{\"id\":\"file-1\",\"created_at\":" + createdAt + "}")))
        .isEqualTo(over);
  }

  @Test
  void isNeverOverForAFileWhoseAgeIsNotKnown() throws IOException {
    assertThat(retention.isOver(file("{\"id\":\"file-1\"}"))).isFalse();
  }

  private static ArkFile file(String json) throws IOException {
    return ArkFile.fromJson(json.getBytes(StandardCharsets.UTF_8));
  }
}
