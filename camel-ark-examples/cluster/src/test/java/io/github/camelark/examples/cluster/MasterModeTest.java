// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** One node is active, the other waits for its end. */
class MasterModeTest extends ClusterTestSupport {

  @Test
  void theOtherGoesOnWhenTheMasterIsKilled() throws Exception {
    List<String> files = addFiles();
    Node one = start("one", "master");
    Node two = start("two", "master");

    awaitThat(() -> processed.files() >= 50);
    Node master = processed.filesOf("one") > 0 ? one : two;
    Node other = master == one ? two : one;
    assertThat(processed.filesOf(other.name())).isZero();
    master.kill();
    awaitThat(() -> processed.files() == files.size());

    assertThat(processed.ids()).containsExactlyInAnyOrderElementsOf(files);
    assertThat(processed.repetitions()).isLessThanOrEqualTo(1);
    assertThat(processed.filesOf(other.name())).isPositive();
    assertThat(other.isAlive()).isTrue();
  }
}
