// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** All nodes are active. */
class SharedModeTest extends ClusterTestSupport {

  @Test
  void eachFileComesOnceThoughANodeIsKilledButForTheOneItHadInWork() throws Exception {
    List<String> files = addFiles();
    start("one", "shared");
    Node victim = start("two", "shared");
    start("three", "shared");

    awaitThat(() -> processed.filesOf("two") >= 20);
    victim.kill();
    awaitThat(() -> processed.files() == files.size());

    assertThat(processed.ids()).containsExactlyInAnyOrderElementsOf(files);
    // a node works on one file at a time, and may be killed after its row and before it is done
    assertThat(processed.repetitions()).isLessThanOrEqualTo(1);
    assertThat(processed.shares()).hasSize(3).allMatch(share -> share.files() > 0);
  }
}
