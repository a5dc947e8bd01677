// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.lifecycle;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResponseLifecycleTest extends LifecycleTestSupport {

  private Main main;
  private String response;

  @BeforeEach
  void start() {
    response = ark().addResponse(ARK);
    main = LifecycleMain.application();
    properties().forEach(main::addOverrideProperty);
    main.start();
  }

  @AfterEach
  void stop() {
    main.stop();
  }

  @Test
  void deletesTheResponseAndThenItsFilesInOrder() throws Exception {
    List<String> files = addFiles(3);
    String other = ark().addFile(ARK).id();

    drop("e", event("e", response, files));
    awaitEvent("done", "e");

    List<String> expected = new ArrayList<>(List.of(response));
    expected.addAll(files);
    assertThat(deleted()).containsExactlyElementsOf(expected);
    assertThat(ark().files(ARK)).extracting(SimulatedFile::id).containsExactly(other);
  }

  @Test
  void writesAReceiptForEach() throws Exception {
    List<String> files = addFiles(2);

    drop("e", event("e", response, files));
    awaitThat(() -> Files.exists(receipt("e.file-1")));

    assertThat(Files.readString(receipt("e.response"))).contains("DELETED", response, "a test");
    assertThat(Files.readString(receipt("e.file-0"))).contains("DELETED", files.get(0));
  }

  @Test
  void resumesWhenTheServiceIsBack() throws Exception {
    List<String> files = addFiles(2);
    ark().failNext(3, SimulatedFault.status(503));

    drop("e", event("e", response, files));
    awaitEvent("done", "e");

    assertThat(deleted()).containsExactly(response, files.get(0), files.get(1));
  }

  @Test
  void deletesNoFileWhileTheResponseExists() throws Exception {
    List<String> files = addFiles(2);
    ark().failNext(1, SimulatedFault.reply(200, "application/json", "{\"deleted\":false}"));

    drop("e", event("e", response, files));
    awaitEvent("done", "e");

    assertThat(deleted()).isEqualTo(List.of(response));
    assertThat(ark().hasResponse(ARK, response)).isTrue();
    assertThat(ark().files(ARK)).hasSize(2);
  }

  @Test
  void leavesAFileThatThePolicyDoesNotAllowAndDeletesTheOthers() throws Exception {
    String foreign = ark().addFile(ARK, SimulatedFile.named("a").withPurpose("agent")).id();
    String own = ark().addFile(ARK).id();

    drop("e", event("e", response, List.of(foreign, own)));
    awaitThat(() -> Files.exists(receipt("e.file-1")));

    assertThat(ark().files(ARK)).extracting(SimulatedFile::id).containsExactly(foreign);
    assertThat(Files.readString(receipt("e.file-0"))).contains("REFUSED", "agent");
  }

  @Test
  void isDoneEvenIfEverythingIsGoneAlready() throws Exception {
    drop("e", event("e", "resp_gone", List.of("file-gone")));
    awaitThat(() -> Files.exists(receipt("e.file-0")));

    assertThat(Files.readString(receipt("e.response"))).contains("ALREADY_GONE");
    assertThat(Files.readString(receipt("e.file-0"))).contains("ALREADY_GONE");
  }

  @Test
  void refusesAnInvalidEventAndSaysWhy() throws Exception {
    drop("bad", "{\"type\": \"response.finished\", \"force\": true}");
    awaitEvent("refused", "bad");

    assertThat(Files.readString(folder.resolve("refused/bad.json.reason.txt"))).contains("force");
    assertThat(ark().journal()).isEmpty();
  }

  @Test
  void refusesAnEventThatIsTooLong() throws Exception {
    drop("long", " ".repeat(100_000));
    awaitEvent("refused", "long");

    assertThat(ark().journal()).isEmpty();
  }

  @Test
  void continuesAfterARefusedEvent() throws Exception {
    drop("a-bad", "[]");
    drop("b-good", event("good", response, addFiles(1)));
    awaitEvent("done", "b-good");

    assertThat(ark().files(ARK)).isEmpty();
  }

  private Path receipt(String requestId) {
    return folder.resolve("receipts").resolve(requestId + ".json");
  }
}
