// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.lifecycle;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.test.SimulatedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("full")
class KilledProcessTest extends LifecycleTestSupport {

  @Test
  void deletesTheRestAfterARestart() throws Exception {
    String response = ark().addResponse(ARK);
    List<String> files = addFiles(60);
    String other = ark().addFile(ARK).id();
    drop("e", event("e", response, files));

    Process killed = start();
    awaitThat(() -> deleted().size() > 10 || !killed.isAlive());
    killed.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    assertThat(deleted()).hasSizeBetween(11, 60);
    Process second = start();
    try {
      awaitEvent("done", "e");
    } finally {
      second.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    }

    assertThat(ark().hasResponse(ARK, response)).isFalse();
    assertThat(ark().files(ARK)).extracting(SimulatedFile::id).containsExactly(other);
    assertThat(deleted()).doesNotHaveDuplicates();
  }

  private Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    properties().forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), LifecycleMain.class.getName()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(
            ProcessBuilder.Redirect.appendTo(Path.of("target", "lifecycle-process.log").toFile()))
        .start();
  }
}
