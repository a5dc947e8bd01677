// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.lifecycle;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.awaitility.Awaitility.await;

import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.ArkSimulatorExtension;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An inbox in a folder of the test's own, before a simulator. */
abstract class LifecycleTestSupport {

  @RegisterExtension static final ArkSimulatorExtension SIMULATOR = ArkSimulatorExtension.create();

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path folder;

  static ArkSimulator ark() {
    return SIMULATOR.simulator();
  }

  static List<String> addFiles(int count) {
    return ark().addFiles(ARK, count).stream().map(SimulatedFile::id).toList();
  }

  Map<String, String> properties() {
    Map<String, String> properties = new HashMap<>();
    properties.put("lifecycle.folder", folder.toString());
    properties.put("lifecycle.delay", "100");
    properties.put("lifecycle.read-lock", "none");
    properties.put("receipts.delay", "50");
    properties.put("database.url", "jdbc:h2:file:" + folder.resolve("database") + ";WRITE_DELAY=0");
    properties.put("camel.component.ark.base-url", ark().baseUrl(ARK));
    properties.put("camel.component.ark.api-key", ark().apiKey(ARK));
    properties.put("camel.component.ark.requests-per-second", "0");
    properties.put("camel.component.ark.max-retries", "0");
    return properties;
  }

  void drop(String name, String event) throws IOException {
    Files.createDirectories(folder.resolve("inbox"));
    Path written = Files.writeString(folder.resolve(name + ".tmp"), event);
    Files.move(
        written, folder.resolve("inbox").resolve(name + ".json"), StandardCopyOption.ATOMIC_MOVE);
  }

  static String event(String requestId, String response, List<String> files) {
    return """
        {"type": "response.finished", "requestId": "%s", "responseId": "%s",
         "fileIds": ["%s"], "requestedBy": "a test"}
        """
        .formatted(requestId, response, String.join("\", \"", files));
  }

  /** Waits until an event is where it belongs. */
  void awaitEvent(String end, String name) {
    awaitThat(() -> Files.exists(folder.resolve(end).resolve(name + ".json")));
  }

  static void awaitThat(Callable<Boolean> state) {
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(state);
  }

  /** The deletions that the service executed, in order. */
  static List<String> deleted() {
    return ark().journal().stream()
        .filter(request -> request.method().equals("DELETE") && request.status() == 200)
        .map(RecordedRequest::path)
        .map(path -> path.substring(path.lastIndexOf('/') + 1))
        .toList();
  }
}
