// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.durable;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import java.util.List;
import java.util.Map;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two nodes claim a file at the same moment, and the database refuses the later of them. */
@Timeout(60)
class ClaimRaceTest {

  @RegisterExtension static final ArkSimulatorExtension ARK = ArkSimulatorExtension.create();

  @Test
  void otherFilesComeInTheSamePoll() throws Exception {
    List<String> files =
        ARK.simulator().addFiles(SimulatedProvider.ARK, 3).stream().map(SimulatedFile::id).toList();

    try (Node node = new Node()) {
      node.bind(Map.of("claims", new LostRace(files.get(1))))
          .start(Node.uri(ARK.simulator(), "inProgressRepository=#claims"), file -> {});
      int first = node.polls().awaitOne();

      assertThat(first).isEqualTo(2);
      assertThat(node.received()).containsExactly(files.get(0), files.get(2));
      assertThat(node.polls().failures()).isEmpty();
    }
  }

  /** Between its look for a key and its insert another node inserts that key. */
  private static final class LostRace extends MemoryIdempotentRepository {

    private final String key;

    LostRace(String key) {
      this.key = key;
    }

    @Override
    public boolean add(String added) {
      boolean first = super.add(added);
      if (first && added.equals(key)) {
        throw new IllegalStateException("duplicate key: " + key);
      }
      return first;
    }
  }
}
