// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.model.ArkFile;
import io.github.camelark.support.ArkTestSupport;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks through a list that changes on the way, at a server that refuses dead cursors. */
@Timeout(60)
class FileWalkAgainstStrictServerTest extends ArkTestSupport {

  private static final String UNPACED = "&requestsPerSecond=0";

  @Test
  void requestsTheNextPageBeforeReturningTheLastFile() {
    simulator().addFiles(SimulatedProvider.ARK, 5);
    Iterator<ArkFile> files = stream("limit=2&order=asc");
    List<Integer> requests = new ArrayList<>();

    while (files.hasNext()) {
      files.next();
      requests.add(simulator().journal().size());
    }

    assertThat(requests).containsExactly(1, 2, 2, 3, 3);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"ARK, asc", "ARK, desc", "OPENAI, asc", "OPENAI, desc"})
  void worksWhileEachFileIsDeleted(SimulatedProvider provider, String order) throws Exception {
    simulator().addFiles(provider, 25);
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:clean")
                .to(
                    uri(
                        provider,
                        "files?operation=list&paging=stream&limit=3&order=" + order + UNPACED))
                .split(body())
                .streaming()
                .stopOnException()
                .to(uri(provider, "files?operation=delete" + UNPACED));
          }
        });

    Exchange exchange = send("direct:clean", null);

    assertThat(exchange.getException()).isNull();
    assertThat(simulator().files(provider)).isEmpty();
    assertThat(simulator().journal()).extracting(RecordedRequest::status).containsOnly(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"asc", "desc"})
  void startsOverIfAnotherClientDeletesTheCursorsFile(String order) {
    List<String> ids = ids(simulator().addFiles(SimulatedProvider.ARK, 9), order);
    Iterator<ArkFile> files = stream("limit=3&order=" + order);
    List<String> seen = new ArrayList<>();

    seen.add(files.next().id());
    seen.add(files.next().id());
    simulator().removeFile(SimulatedProvider.ARK, ids.get(2));
    files.forEachRemaining(file -> seen.add(file.id()));

    assertThat(seen).containsExactlyElementsOf(ids);
  }

  @ParameterizedTest
  @ValueSource(strings = {"asc", "desc"})
  void startsOverAsLongAsItMakesProgress(String order) {
    List<String> ids = ids(simulator().addFiles(SimulatedProvider.ARK, 12), order);
    Iterator<ArkFile> files = stream("limit=2&order=" + order);
    List<String> seen = new ArrayList<>();

    while (files.hasNext()) {
      String id = files.next().id();
      seen.add(id);
      int next = ids.indexOf(id) + 1;
      if (next % 2 == 1) {
        simulator().removeFile(SimulatedProvider.ARK, ids.get(next));
      }
    }

    assertThat(seen).containsExactlyElementsOf(ids);
  }

  @Test
  void startsOverInTheServersOrderByDefault() {
    List<String> ids = ids(simulator().addFiles(SimulatedProvider.ARK, 6), "desc");
    Iterator<ArkFile> files = stream("limit=2");
    List<String> seen = new ArrayList<>();

    seen.add(files.next().id());
    simulator().removeFile(SimulatedProvider.ARK, ids.get(1));
    files.forEachRemaining(file -> seen.add(file.id()));

    assertThat(seen).containsExactlyElementsOf(ids);
  }

  @ParameterizedTest
  @EnumSource(
      value = SimulatedProvider.class,
      names = {"ARK", "OPENAI"})
  void requestsOnlyThePagesThatMaxResultsNeeds(SimulatedProvider provider) {
    simulator().addFiles(provider, 20);

    Exchange exchange =
        send(uri(provider, "files?operation=list&paging=all&limit=4&maxResults=8" + UNPACED), null);

    assertThat(exchange.getMessage().getBody(List.class)).hasSize(8);
    assertThat(simulator().journal()).hasSize(2);
  }

  @Test
  void listsAllFilesOfAnAccountOfManyPages() {
    List<String> ids = ids(simulator().addFiles(SimulatedProvider.OPENAI, 101), "asc");

    Exchange exchange =
        send(
            uri(SimulatedProvider.OPENAI, "files?operation=list&paging=all&limit=10&order=asc"),
            null);

    assertThat((List<?>) exchange.getMessage().getBody(List.class))
        .extracting(file -> ((ArkFile) file).id())
        .containsExactlyElementsOf(ids);
    assertThat(simulator().journal()).hasSize(11);
  }

  @Test
  void returnsTheFirstPageBeforeTheSecondFails() {
    simulator().addFiles(SimulatedProvider.ARK, 5);
    Iterator<ArkFile> files = stream("limit=2&order=asc&maxRetries=0");
    simulator().failNext(1, SimulatedFault.status(500));

    assertThat(files.next().id()).isEqualTo("file-0001");
    assertThat(files.next().id()).isEqualTo("file-0002");
    assertThatThrownBy(files::next).isInstanceOf(ArkUnavailableException.class);
  }

  @Test
  void failsAsAWholeIfAllFilesAreWantedAndOnePageFails() {
    simulator().addFiles(SimulatedProvider.ARK, 5);
    simulator()
        .failNext(
            1,
            request -> request.query() != null && request.query().contains("after="),
            SimulatedFault.status(500));

    Exchange exchange =
        send(ark("files?operation=list&paging=all&limit=2&maxRetries=0" + UNPACED), "before");

    assertThat(exchange.getException()).isInstanceOf(ArkUnavailableException.class);
    assertThat(exchange.getMessage().getBody()).isEqualTo("before");
  }

  @SuppressWarnings("unchecked")
  private Iterator<ArkFile> stream(String options) {
    Exchange exchange = send(ark("files?operation=list&paging=stream&" + options + UNPACED), null);
    assertThat(exchange.getException()).isNull();
    return exchange.getMessage().getBody(Iterator.class);
  }

  private static List<String> ids(List<SimulatedFile> oldestFirst, String order) {
    List<String> ids = new ArrayList<>(oldestFirst.stream().map(SimulatedFile::id).toList());
    if (order.equals("desc")) {
      Collections.reverse(ids);
    }
    return ids;
  }
}
