// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.support.CapturedLog;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedFile;
import java.time.Duration;
import java.util.List;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service or gateway that ignores the parameter purpose gets no other files processed. */
class ConsumerPurposeTest extends ConsumerTestSupport {

  @BeforeEach
  void ignoreThePurpose() {
    simulator().ignoredParameters("purpose");
  }

  private static String addWithPurpose(String purpose) {
    return add(SimulatedFile.named("a.pdf").withPurpose(purpose));
  }

  @Test
  void fileOfAnotherPurposeNeitherComesNorIsDeleted() throws Exception {
    String wanted = addWithPurpose("user_data");
    String other = addWithPurpose("batch");
    consume("purpose=user_data&deleteAfterRead=true");

    poll();

    assertThat(emitted).containsExactly(wanted);
    assertThat(stored()).containsExactly(other);
  }

  @Test
  void oneWarningNamesBothPurposes() throws Exception {
    addWithPurpose("batch");
    addWithPurpose("assistants");
    consume("purpose=user_data");

    try (CapturedLog log = CapturedLog.ofTheComponent()) {
      poll();
      poll();

      assertThat(log.warnings()).singleElement().asString().contains("user_data", "batch");
    }
  }

  @Test
  void fileThatDoesNotSayItsPurposeComes() throws Exception {
    simulator()
        .failNext(
            1,
            SimulatedFault.reply(
                200,
                "application/json",
                "{\"data\":[{\"id\":\"a\"},{\"id\":\"b\",\"purpose\":\"\"},"
                    + "{\"id\":\"c\",\"purpose\":null},{\"id\":\"d\",\"purpose\":\"batch\"}]}"));
    consume("purpose=user_data");

    poll();

    assertThat(emitted).containsExactly("a", "b", "c");
  }

  @Test
  void withoutAPurposeFilesOfAllPurposesCome() throws Exception {
    addWithPurpose("user_data");
    addWithPurpose("batch");
    consume("");

    assertThat(polled()).hasSize(2);
  }

  @Test
  void fileOfAnotherPurposeDoesNotHoldTheCursorBack() throws Exception {
    MemoryStateRepository cursors = new MemoryStateRepository();
    context.getRegistry().bind("cursors", cursors);
    addWithPurpose("user_data");
    CLOCK.advance(Duration.ofSeconds(10));
    String other = addWithPurpose("batch");
    CLOCK.advance(Duration.ofMinutes(1));
    consume("purpose=user_data&cursorRepository=#cursors&cursorKey=position");

    poll();

    assertThat(cursors.getState("position")).endsWith(" " + other);
  }

  @Test
  void pagesOfOtherPurposesOnlyAreWalkedThrough() throws Exception {
    addWithPurpose("batch");
    addWithPurpose("batch");
    addWithPurpose("batch");
    String wanted = addWithPurpose("user_data");
    consume("purpose=user_data&limit=1&maxMessagesPerPoll=1");

    assertThat(polled()).isEqualTo(List.of(wanted));
  }
}
