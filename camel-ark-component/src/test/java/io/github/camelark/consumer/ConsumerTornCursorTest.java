// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelark.secrecy.PrintedException;
import io.github.camelark.test.SimulatedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Camel's FileStateRepository writes a line in four steps: key, equals sign, value, line break. A
 * process that is killed between two of them leaves a torn line.
 */
class ConsumerTornCursorTest extends ConsumerTestSupport {

  private static final String CURSOR = "cursorRepository=#torn&cursorKey=position";

  @TempDir Path folder;
  private Path store;

  @BeforeEach
  void killedProcess() {
    store = folder.resolve("cursors.txt");
    context.getRegistry().bind("torn", FileStateRepository.fileStateRepository(store.toFile()));
    addFiles(3);
    CLOCK.advance(Duration.ofMinutes(1));
  }

  @Test
  void lineTruncatedAfterItsKeyIsReportedWithTheFix() throws Exception {
    Files.writeString(store, "position=1 file-0001\nposi");

    Throwable failure = catchThrowable(() -> consume(CURSOR));

    assertThat(failure).rootCause().isInstanceOf(StringIndexOutOfBoundsException.class);
    assertThat(PrintedException.of(failure))
        .contains("cursorRepository cannot be started")
        .contains("delete its file");
  }

  @Test
  void lineWithoutValueIsNoPosition() throws Exception {
    Files.writeString(store, "position=");

    consume(CURSOR);

    assertThat(polled()).containsExactly("file-0001", "file-0002", "file-0003");
  }

  @Test
  void lineWithoutItsEndLosesNoFile() throws Exception {
    long second = CLOCK.instant().minusSeconds(3_600).getEpochSecond();
    Files.writeString(store, "position=" + second + " file-0000");
    consume(CURSOR);
    poll();
    // Everything on the line is read as one position.
    context.getRouteController().stopRoute("consumer");
    context.getRegistry().bind("torn", FileStateRepository.fileStateRepository(store.toFile()));
    context.removeRoute("consumer");
    emitted.clear();
    add(SimulatedFile.named("later.pdf"));
    CLOCK.advance(Duration.ofMinutes(1));
    consume(CURSOR + "&idempotent=false");

    poll();

    assertThat(emitted).contains("file-0004");
    assertThat(reported).isEmpty();
  }
}
