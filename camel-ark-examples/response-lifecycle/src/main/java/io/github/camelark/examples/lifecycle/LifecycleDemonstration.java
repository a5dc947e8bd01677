// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.lifecycle;

import static io.github.camelark.test.SimulatedProvider.ARK;

import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.SimulatedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.main.Main;

/**
 * A response is finished in a simulated account: it is deleted, and then its files except one that
 * the policy does not allow. Ends by itself, with 0 if all went well.
 */
public final class LifecycleDemonstration {

  private static final Path FOLDER = Path.of("target", "response-lifecycle");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private LifecycleDemonstration() {}

  /** Runs it; it takes no arguments. */
  public static void main(String[] arguments) throws Exception {
    Main main = LifecycleMain.application();
    String requestId = "demonstration-" + UUID.randomUUID();
    try (ArkSimulator simulator = ArkSimulator.start()) {
      main.addOverrideProperty("camel.component.ark.base-url", simulator.baseUrl(ARK));
      main.addOverrideProperty("camel.component.ark.api-key", simulator.apiKey(ARK));
      String response = simulator.addResponse(ARK);
      List<String> files = simulator.addFiles(ARK, 3).stream().map(SimulatedFile::id).toList();
      String foreign =
          simulator.addFile(ARK, SimulatedFile.named("other.txt").withPurpose("agent")).id();
      drop(requestId, response, Stream.concat(files.stream(), Stream.of(foreign)).toList());
      main.start();
      boolean ended = awaitReceipts(requestId, files.size() + 2);
      print(requestId);
      boolean right =
          ended
              && !simulator.hasResponse(ARK, response)
              && simulator.files(ARK).stream()
                  .map(SimulatedFile::id)
                  .toList()
                  .equals(List.of(foreign));
      System.out.println(right ? "as expected: the foreign file is left" : "not as expected");
      main.stop();
      System.exit(right ? 0 : 1);
    }
  }

  /** Written elsewhere and moved in, so half an event is never read. */
  private static void drop(String requestId, String response, List<String> files)
      throws IOException {
    String event =
        """
        {"type": "response.finished", "requestId": "%s", "responseId": "%s",
         "fileIds": ["%s"], "requestedBy": "demonstration"}
        """
            .formatted(requestId, response, String.join("\", \"", files));
    Path inbox = Files.createDirectories(FOLDER.resolve("inbox"));
    Path written = Files.writeString(FOLDER.resolve(requestId + ".tmp"), event);
    Files.move(written, inbox.resolve(requestId + ".json"), StandardCopyOption.ATOMIC_MOVE);
  }

  private static boolean awaitReceipts(String requestId, int count)
      throws IOException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (receipts(requestId).size() < count) {
      if (Instant.now().isAfter(end)) {
        return false;
      }
      Thread.sleep(200);
    }
    return true;
  }

  private static List<Path> receipts(String requestId) throws IOException {
    Path folder = Files.createDirectories(FOLDER.resolve("receipts"));
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .filter(file -> file.getFileName().toString().startsWith(requestId))
          .sorted()
          .toList();
    }
  }

  private static void print(String requestId) throws IOException {
    for (Path receipt : receipts(requestId)) {
      System.out.println(Files.readString(receipt));
    }
  }
}
