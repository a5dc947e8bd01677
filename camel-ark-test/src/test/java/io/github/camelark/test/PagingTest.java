// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PagingTest {

  @RegisterExtension static final ArkSimulatorExtension EXTENSION = ArkSimulatorExtension.create();

  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]*)\"");

  private final ArkSimulator simulator = EXTENSION.simulator();
  private final ApiClient ark = new ApiClient(simulator, ARK);

  @Test
  void newestFileComesFirst() {
    simulator.addFiles(ARK, 3);

    assertThat(ids("/files")).containsExactly("file-0003", "file-0002", "file-0001");
  }

  @Test
  void orderMayBeReversed() {
    simulator.addFiles(ARK, 3);

    assertThat(ids("/files?order=asc")).containsExactly("file-0001", "file-0002", "file-0003");
  }

  @Test
  void filesOfOneSecondKeepTheOrderTheyWereAddedIn() {
    Instant sameSecond = Instant.now().minusSeconds(60);
    for (String id : List.of("b", "c", "a")) {
      simulator.addFile(ARK, SimulatedFile.named(id).withId(id).withCreatedAt(sameSecond));
    }

    assertThat(ids("/files?order=asc")).containsExactly("b", "c", "a");
    assertThat(ids("/files?order=desc")).containsExactly("a", "c", "b");
  }

  @Test
  void olderFileAddedLaterTakesItsPlace() {
    simulator.addFiles(ARK, 2);
    simulator.addFile(
        ARK,
        SimulatedFile.named("old").withId("old").withCreatedAt(Instant.now().minusSeconds(60)));

    assertThat(ids("/files?order=asc")).containsExactly("old", "file-0001", "file-0002");
  }

  @Test
  void pageHoldsAHundredFilesByDefault() {
    simulator.addFiles(ARK, 101);

    ApiClient.Reply reply = ark.get("/files");

    assertThat(ids(reply)).hasSize(100);
    assertThat(reply.body())
        .endsWith("\"first_id\":\"file-0101\",\"last_id\":\"file-0002\",\"has_more\":true}");
  }

  @Test
  void nextPageStartsAfterTheCursor() {
    simulator.addFiles(ARK, 5);

    ApiClient.Reply reply = ark.get("/files?order=asc&limit=2&after=file-0002");

    assertThat(ids(reply)).containsExactly("file-0003", "file-0004");
    assertThat(reply.body()).endsWith("\"has_more\":true}");
  }

  @Test
  void lastPageHasNoMore() {
    simulator.addFiles(ARK, 4);

    ApiClient.Reply reply = ark.get("/files?limit=2&after=file-0003");

    assertThat(ids(reply)).containsExactly("file-0002", "file-0001");
    assertThat(reply.body()).endsWith("\"has_more\":false}");
  }

  @Test
  void pageAfterTheLastFileIsEmpty() {
    simulator.addFiles(ARK, 2);

    assertThat(ids("/files?after=file-0001")).isEmpty();
  }

  @Test
  void emptyCursorIsIgnored() {
    simulator.addFiles(ARK, 2);

    assertThat(ids("/files?after=&limit=2")).hasSize(2);
  }

  @Test
  void purposeDoesNotEndAPageEarly() {
    for (int i = 1; i <= 4; i++) {
      String purpose = i % 2 == 0 ? "agent" : "user_data";
      simulator.addFile(ARK, SimulatedFile.named("f").withId("f" + i).withPurpose(purpose));
    }

    ApiClient.Reply reply = ark.get("/files?order=asc&purpose=agent&limit=2");

    assertThat(ids(reply)).containsExactly("f2", "f4");
    assertThat(reply.body()).endsWith("\"has_more\":false}");
  }

  @Test
  void deletedCursorIsRefused() {
    simulator.addFiles(ARK, 3);
    ark.delete("/files/file-0002");

    assertThat(ark.get("/files?after=file-0002").status()).isEqualTo(400);
  }

  @Test
  void lenientListContinuesAfterADeletedCursor() {
    simulator.strictCursors(false);
    simulator.addFiles(ARK, 3);
    simulator.removeFile(ARK, "file-0002");

    assertThat(ids("/files?after=file-0002")).containsExactly("file-0001");
  }

  @Test
  void unknownCursorIsRefusedEvenIfLenient() {
    simulator.strictCursors(false);

    assertThat(ark.get("/files?after=file-0001").status()).isEqualTo(400);
  }

  @Test
  void restoredFileIsACursorAgain() {
    simulator.addFiles(ARK, 2);
    simulator.removeFile(ARK, "file-0002");
    simulator.addFile(ARK, SimulatedFile.named("again").withId("file-0002"));

    assertThat(ids("/files?after=file-0002")).containsExactly("file-0001");
  }

  @Test
  void cursorIsDecoded() {
    simulator.addFile(ARK, SimulatedFile.named("odd").withId("a/b ü?&"));

    assertThat(ids("/files?after=a%2Fb+%C3%BC%3F%26")).isEmpty();
  }

  private List<String> ids(String path) {
    return ids(ark.get(path));
  }

  private static List<String> ids(ApiClient.Reply reply) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return ID.matcher(reply.body()).results().map(match -> match.group(1)).toList();
  }
}
