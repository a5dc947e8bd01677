// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.support.CapturedLog;
import io.github.camelark.test.SimulatedFault;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every poll ends, whatever the server answers: with a warning, after one extra request at most.
 */
class ConsumerCannotSpinTest extends ConsumerTestSupport {

  private CapturedLog log;

  @BeforeEach
  void captureTheLog() {
    log = CapturedLog.ofTheComponent();
  }

  @AfterEach
  void releaseTheLog() {
    log.close();
  }

  private static void answerFirst(String page) {
    simulator()
        .failNext(
            1000,
            request -> isList(request) && !isListAfterAFile(request),
            SimulatedFault.reply(200, "application/json", page));
  }

  private static void answerAfter(String cursor, String page) {
    simulator()
        .failNext(
            1000,
            request -> String.valueOf(request.query()).contains("after=" + cursor),
            SimulatedFault.reply(200, "application/json", page));
  }

  private static String page(String lastId, String... ids) {
    List<String> files =
        List.of(ids).stream()
            .map(id -> "{\"id\":\"" + id + "\",\"created_at\":1700000000,\"status\":\"active\"}")
            .toList();
    String last = lastId == null ? "" : "\"last_id\":\"" + lastId + "\",";
    return "{\"object\":\"list\"," + last + "\"has_more\":true,\"data\":" + files + "}";
  }

  @Test
  void repeatedPage() throws Exception {
    answerFirst(page("b", "a", "b"));
    answerAfter("b", page("b", "a", "b"));
    consume("");

    poll();

    assertThat(emitted).containsExactly("a", "b");
    assertThat(lists()).hasSize(2);
    assertThat(log.warnings()).hasSize(1);
  }

  @Test
  void repeatedCursorWithOtherFiles() throws Exception {
    answerFirst(page("x", "a"));
    answerAfter("x", page("x", "b"));
    consume("");

    poll();

    assertThat(lists()).hasSizeLessThanOrEqualTo(3);
    assertThat(log.warnings()).hasSize(1);
  }

  @Test
  void twoPagesInTurn() throws Exception {
    answerFirst(page("a", "a"));
    answerAfter("a", page("b", "b"));
    answerAfter("b", page("a", "a"));
    consume("");

    poll();

    assertThat(emitted).containsExactly("a", "b");
    assertThat(lists()).hasSize(3);
    assertThat(log.warnings()).hasSize(1);
  }

  @ParameterizedTest(name = "last_id={0}")
  @CsvSource({"'', 1", "x, 2"})
  void moreButNoData(String lastId, int requests) throws Exception {
    answerFirst(page(lastId.isEmpty() ? null : lastId));
    answerAfter("x", page("x"));
    consume("");

    poll();

    assertThat(lists()).hasSize(requests);
    assertThat(log.warnings()).hasSize(1);
  }

  @Test
  void moreButNullForData() throws Exception {
    answerFirst("{\"object\":\"file\",\"data\":null,\"has_more\":true,\"last_id\":null}");
    consume("greedy=true");

    poll();

    assertThat(lists()).hasSize(1);
    assertThat(log.warnings()).hasSize(1);
  }

  @Test
  void emptyPageAfterAFullOneIsNotTheEnd() throws Exception {
    answerFirst(page("a", "a"));
    answerAfter("a", page("x"));
    answerAfter("x", page("y"));
    answerAfter("y", "{\"data\":[{\"id\":\"c\"}],\"has_more\":false}");
    consume("");

    poll();

    assertThat(emitted).containsExactly("a", "c");
    assertThat(lists()).hasSize(4);
    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void emptyPageWithTheRequestedCursor() throws Exception {
    answerFirst(page("a", "a"));
    answerAfter("a", page("a"));
    consume("");

    poll();

    assertThat(emitted).containsExactly("a");
    assertThat(lists()).hasSize(2);
    assertThat(log.warnings()).hasSize(1);
  }

  @Test
  void missingLastIdIsThatOfTheLastFile() throws Exception {
    answerFirst(page(null, "a", "b"));
    answerAfter("b", "{\"data\":[{\"id\":\"c\"}],\"has_more\":false}");
    consume("");

    poll();

    assertThat(emitted).containsExactly("a", "b", "c");
    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void greedyEndsWithoutNewFiles() throws Exception {
    answerFirst(page("b", "a", "b"));
    answerAfter("b", page("b", "a", "b"));
    consume("greedy=true");

    poll();

    assertThat(emitted).containsExactly("a", "b");
    assertThat(lists()).hasSize(4);
  }

  @Test
  void pagesOfDoneFilesDoNotEndThePoll() throws Exception {
    addFiles(20);
    consume("limit=5");
    poll();
    List<String> fresh = addFiles(1, 0);

    assertThat(polled()).containsExactlyElementsOf(fresh);
    assertThat(log.warnings()).isEmpty();
  }

  @Test
  void serverThatRefusesEveryCursorIsAnErrorOfThePoll() throws Exception {
    addFiles(20);
    simulator().failNext(1000, ConsumerTestSupport::isListAfterAFile, SimulatedFault.status(400));
    consume("limit=5");

    poll();

    assertThat(emitted).hasSize(5);
    assertThat(reported).hasSize(1);
    assertThat(lists()).hasSize(4);
  }
}
