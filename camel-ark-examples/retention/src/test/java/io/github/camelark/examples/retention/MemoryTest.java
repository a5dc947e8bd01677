// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.model.ArkFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {

  private static final int FILES = 100_000;

  /** docs/retention.md says how much heap an account needs. */
  @Test
  void aFileOfAPlanTakesLessThan300Bytes() throws IOException {
    long before = usedBytes();

    List<KnownFile> files = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      files.add(KnownFile.of(listed(i)));
    }
    Policy policy = PolicyFile.parse("p", "rules: [{olderThan: 7d}, {totalBelow: 1GB}]");
    Plan plan = Planner.plan(policy, Rules.ALL, files, Instant.now());
    files = null;

    long perFile = (usedBytes() - before) / FILES;
    assertThat(plan.wanted().size() + plan.kept().size()).isEqualTo(FILES);
    System.out.println(perFile + " bytes per file");
    assertThat(perFile).isBetween(100L, 300L);
  }

  private static ArkFile listed(int number) throws IOException {
    String json =
        """
        {"object":"file","id":"file-20251119104512-%05d","purpose":"user_data",\
        "filename":"interview-%05d.mp4","bytes":%d,"mime_type":"video/mp4",\
        "created_at":%d,"expire_at":%d,"status":"active"}
        """
            .formatted(number, number, 18_773_126 + number, 1_763_552_708 + number, 1_964_157_507);
    return ArkFile.fromJson(json.getBytes(StandardCharsets.UTF_8));
  }

  private static long usedBytes() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
