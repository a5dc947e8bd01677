// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static io.github.camelark.test.SimulatedProvider.OPENAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Processing and expiry, which go by the simulator's clock. */
class TimeTest {

  private static final SettableClock CLOCK = new SettableClock();
  private static final Duration PROCESSING_TIME = Duration.ofSeconds(30);

  @RegisterExtension
  static final ArkSimulatorExtension EXTENSION =
      ArkSimulatorExtension.create(builder -> builder.clock(CLOCK).processingTime(PROCESSING_TIME));

  private final ArkSimulator simulator = EXTENSION.simulator();
  private final ApiClient ark = new ApiClient(simulator, ARK);

  @BeforeEach
  void resetClock() {
    CLOCK.reset();
  }

  @Test
  void fileIsProcessedForAWhile() {
    SimulatedFile file = simulator.addFile(ARK);

    CLOCK.advance(PROCESSING_TIME.minusMillis(1));

    assertThat(file.status()).isEqualTo("processing");
    assertThat(statusOf(file)).isEqualTo("processing");
  }

  @Test
  void processedFileIsActive() {
    SimulatedFile file = simulator.addFile(ARK);

    CLOCK.advance(PROCESSING_TIME);

    assertThat(statusOf(file)).isEqualTo("active");
    assertThat(ark.get("/files/" + file.id()).body()).contains("\"status\":\"active\"");
  }

  @Test
  void processingMayFail() {
    SimulatedFile file =
        simulator.addFile(ARK, SimulatedFile.named("bad.pdf").withOutcome("failed"));

    CLOCK.advance(PROCESSING_TIME);

    assertThat(statusOf(file)).isEqualTo("failed");
  }

  @Test
  void statusThatWasGivenStays() {
    SimulatedFile file =
        simulator.addFile(ARK, SimulatedFile.named("stuck.pdf").withStatus("processing"));

    CLOCK.advance(PROCESSING_TIME.multipliedBy(2));

    assertThat(statusOf(file)).isEqualTo("processing");
  }

  @Test
  void statusIsChangedByTheTest() {
    SimulatedFile file = simulator.addFile(ARK);

    simulator.setStatus(ARK, file.id(), "failed");

    assertThat(statusOf(file)).isEqualTo("failed");
  }

  @Test
  void statusOfAnUnknownFileCannotBeChanged() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> simulator.setStatus(ARK, "file-9", "failed"))
        .withMessage("ARK has no file file-9");
  }

  @Test
  void creationIsMovedByTheTestAndTheListFollows() {
    SimulatedFile first = simulator.addFile(ARK);
    SimulatedFile second = simulator.addFile(ARK);

    simulator.setCreatedAt(ARK, second.id(), first.createdAt().minus(Duration.ofDays(8)));

    assertThat(simulator.files(ARK))
        .extracting(SimulatedFile::id)
        .containsExactly(second.id(), first.id());
    assertThat(simulator.files(ARK).get(0))
        .returns(first.createdAt().minus(Duration.ofDays(8)), SimulatedFile::createdAt)
        .returns(second.expireAt(), SimulatedFile::expireAt);
    assertThat(simulator.files(ARK)).hasSize(2);
  }

  @Test
  void creationOfAnUnknownFileCannotBeMoved() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> simulator.setCreatedAt(ARK, "file-9", CLOCK.instant()))
        .withMessage("ARK has no file file-9");
  }

  @Test
  void fileExistsUntilItExpires() {
    SimulatedFile file = addFileForAMinute();

    CLOCK.advance(Duration.ofSeconds(59));

    assertThat(simulator.hasFile(ARK, file.id())).isTrue();
    assertThat(ark.get("/files/" + file.id()).status()).isEqualTo(200);
  }

  @Test
  void expiredFileIsGone() {
    SimulatedFile file = addFileForAMinute();

    CLOCK.advance(Duration.ofMinutes(1));

    assertThat(simulator.hasFile(ARK, file.id())).isFalse();
    assertThat(simulator.files(ARK)).isEmpty();
    assertThat(ark.get("/files").body()).contains("\"data\":[]");
    assertThat(ark.get("/files/" + file.id()).status()).isEqualTo(404);
    assertThat(ark.delete("/files/" + file.id()).status()).isEqualTo(404);
  }

  @Test
  void expiredFileIsNoCursor() {
    SimulatedFile file = addFileForAMinute();

    CLOCK.advance(Duration.ofMinutes(1));

    assertThat(ark.get("/files?after=" + file.id()).status()).isEqualTo(400);
  }

  @Test
  void filesOfOpenAiDoNotExpireByThemselves() {
    SimulatedFile file = simulator.addFile(OPENAI);

    CLOCK.advance(Duration.ofDays(3650));

    assertThat(file.expireAt()).isNull();
    assertThat(simulator.hasFile(OPENAI, file.id())).isTrue();
  }

  private SimulatedFile addFileForAMinute() {
    return simulator.addFile(
        ARK, SimulatedFile.named("brief.pdf").withExpireAt(CLOCK.instant().plusSeconds(60)));
  }

  private String statusOf(SimulatedFile file) {
    return simulator.files(ARK).stream()
        .filter(stored -> stored.id().equals(file.id()))
        .findFirst()
        .orElseThrow()
        .status();
  }
}
