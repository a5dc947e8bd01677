// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SimulatedFileTest {

  @Test
  void namedFileHasDefaults() {
    SimulatedFile file = SimulatedFile.named("a.pdf");

    assertThat(file.filename()).isEqualTo("a.pdf");
    assertThat(file.purpose()).isEqualTo("user_data");
    assertThat(file.bytes()).isEqualTo(1024);
    assertThat(file.mimeType()).isEqualTo("application/pdf");
    assertThat(file.expireAt()).isNull();
    assertThat(file.outcome()).isEqualTo("active");
  }

  @Test
  void everyFieldCanBeSet() {
    SimulatedFile file =
        SimulatedFile.named("a.pdf")
            .withId("id")
            .withPurpose("agent")
            .withBytes(7)
            .withMimeType("text/plain")
            .withCreatedAt(Instant.EPOCH)
            .withExpireAt(Instant.MAX)
            .withStatus("failed")
            .withOutcome("odd");

    assertThat(file)
        .isEqualTo(
            new SimulatedFile(
                "id",
                "a.pdf",
                "agent",
                7,
                "text/plain",
                Instant.EPOCH,
                Instant.MAX,
                "failed",
                "odd"));
  }

  @Test
  void unsetValueCannotBeRead() {
    SimulatedFile file = SimulatedFile.named("a.pdf");

    assertThatIllegalStateException().isThrownBy(file::id).withMessageStartingWith("id is not");
    assertThatIllegalStateException().isThrownBy(file::createdAt);
    assertThatIllegalStateException().isThrownBy(file::status);
  }

  @Test
  void negativeSizeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SimulatedFile.named("a.pdf").withBytes(-1))
        .withMessage("bytes < 0: -1");
  }
}
