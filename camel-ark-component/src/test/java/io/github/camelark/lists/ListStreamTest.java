// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.lists;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static io.github.camelark.test.SimulatedProvider.AZURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.model.ArkFile;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code paging=stream}: a page when it is needed, and one ahead. */
class ListStreamTest extends RouteTestSupport {

  private static final String STREAM =
      "files?operation=list&paging=stream&order=asc&requestsPerSecond=0";

  private final List<String> seen = new CopyOnWriteArrayList<>();

  @ParameterizedTest
  @EnumSource(SimulatedProvider.class)
  void isAnIteratorOfFiles(SimulatedProvider provider) {
    simulator().addFiles(provider, 3);

    Iterator<?> files =
        (Iterator<?>) call(uri(provider, "files?operation=list&paging=stream")).getBody();

    assertThat(files)
        .toIterable()
        .map(file -> ((ArkFile) file).id())
        .containsExactlyInAnyOrder("file-0001", "file-0002", "file-0003");
  }

  @Test
  void requestsOnePageAtFirst() {
    simulator().addFiles(ARK, 5);

    call(ark(STREAM + "&limit=2"));

    assertThat(simulator().journal()).hasSize(1);
  }

  @Test
  void requestsTheNextPageBeforeReturningTheLastFile() {
    simulator().addFiles(ARK, 5);
    Iterator<?> files = (Iterator<?>) call(ark(STREAM + "&limit=2")).getBody();

    files.next();
    int afterTheFirst = simulator().journal().size();
    files.next();
    int afterTheLastOfThePage = simulator().journal().size();

    assertThat(afterTheFirst).isEqualTo(1);
    assertThat(afterTheLastOfThePage).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 2", "0, 3"})
  void endsAtMaxResultsWithoutRequestingFurtherPages(int maxResults, int requests) {
    simulator().addFiles(ARK, 5);
    Iterator<?> files =
        (Iterator<?>) call(ark(STREAM + "&limit=2&maxResults=" + maxResults)).getBody();

    List<Object> handedOut = new ArrayList<>();
    files.forEachRemaining(handedOut::add);

    assertThat(handedOut).hasSize(maxResults == 0 ? 5 : maxResults);
    assertThat(simulator().journal()).hasSize(requests);
  }

  @Test
  void isSplitFileByFile() throws Exception {
    simulator().addFiles(ARK, 5);
    Exchange exchange = split(STREAM + "&limit=2");

    assertThat(exchange.getException()).isNull();
    assertThat(seen)
        .containsExactly("file-0001", "file-0002", "file-0003", "file-0004", "file-0005");
  }

  @Test
  void processesAFileBeforeRequestingFurtherPages() throws Exception {
    simulator().addFiles(ARK, 50);
    List<Integer> requestsSoFar = new CopyOnWriteArrayList<>();
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:start")
                .to(ark(STREAM + "&limit=10"))
                .split(body())
                .streaming()
                .process(exchange -> requestsSoFar.add(simulator().journal().size()));
          }
        });

    send("direct:start", null);

    assertThat(requestsSoFar).hasSize(50);
    assertThat(requestsSoFar.get(0)).isEqualTo(1);
    assertThat(requestsSoFar.get(15)).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(SimulatedProvider.class)
  void isDeletedFileByFileThoughCursorsAreStrict(SimulatedProvider provider) throws Exception {
    simulator().addFiles(provider, 7);
    String pages = provider == AZURE ? "" : "&order=asc&limit=2";
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:start")
                .to(uri(provider, "files?operation=list&paging=stream" + pages + fast()))
                .split(body())
                .streaming()
                .to(uri(provider, "files?operation=delete" + fast()));
          }
        });

    Exchange exchange = send("direct:start", null);

    assertThat(exchange.getException()).isNull();
    assertThat(simulator().files(provider)).isEmpty();
  }

  @Test
  void isDeletedInParallel() throws Exception {
    simulator().addFiles(ARK, 60);
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:start")
                .to(ark(STREAM + "&limit=10"))
                .split(body())
                .streaming()
                .parallelProcessing()
                .to(ark("files?operation=delete" + fast()))
                .process(
                    exchange ->
                        seen.add(exchange.getMessage().getHeader("CamelArkFileId", String.class)));
          }
        });

    Exchange exchange = send("direct:start", null);

    assertThat(exchange.getException()).isNull();
    assertThat(simulator().files(ARK)).isEmpty();
    assertThat(seen).hasSize(60).doesNotHaveDuplicates();
  }

  @Test
  void returnsFilesThatArrivedBeforeTheFailure() {
    simulator().addFiles(ARK, 4);
    failTheSecondPage();
    Iterator<?> files = (Iterator<?>) call(ark(STREAM + "&limit=2&maxRetries=0")).getBody();

    List<String> handedOut = List.of(((ArkFile) files.next()).id(), ((ArkFile) files.next()).id());

    assertThat(handedOut).containsExactly("file-0001", "file-0002");
    assertThatExceptionOfType(ArkUnavailableException.class).isThrownBy(files::next);
  }

  @Test
  void failsTheExchangeThatSplitsIt() throws Exception {
    simulator().addFiles(ARK, 4);
    failTheSecondPage();
    Exchange exchange = split(STREAM + "&limit=2&maxRetries=0");

    assertThat(seen).startsWith("file-0001").doesNotContain("file-0003");
    assertThat(exchange.getException()).isInstanceOf(ArkUnavailableException.class);
  }

  private Exchange split(String list) throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:start")
                .to(ark(list))
                .split(body())
                .streaming()
                .process(exchange -> seen.add(fileOf(exchange).id()));
          }
        });
    return send("direct:start", null);
  }

  private static void failTheSecondPage() {
    simulator()
        .failNext(
            1,
            request -> request.query() != null && request.query().contains("after="),
            SimulatedFault.status(500));
  }

  @Test
  void endsWithoutAFileIfThereIsNone() throws Exception {
    Iterator<?> files = (Iterator<?>) call(ark(STREAM)).getBody();

    assertThat(files.hasNext()).isFalse();
    assertThat(simulator().journal()).extracting(RecordedRequest::status).containsExactly(200);
  }

  private static String fast() {
    return "&requestsPerSecond=0";
  }

  private static ArkFile fileOf(Exchange exchange) {
    return (ArkFile) exchange.getMessage().getBody();
  }
}
