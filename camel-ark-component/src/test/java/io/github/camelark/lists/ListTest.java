// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.lists;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static io.github.camelark.test.SimulatedProvider.AZURE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkConstants;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkFilePage;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One page, and all files. */
class ListTest extends RouteTestSupport {

  private static final List<String> OF_ONE_FILE =
      List.of(
          "CamelArkFileId",
          "CamelArkFileName",
          "CamelArkFileStatus",
          "CamelArkFilePurpose",
          "CamelArkFileBytes",
          "CamelArkFileMimeType",
          "CamelArkFileCreatedAt",
          "CamelArkFileExpireAt",
          Exchange.FILE_NAME,
          Exchange.FILE_LENGTH,
          Exchange.MESSAGE_TIMESTAMP);

  @ParameterizedTest
  @EnumSource(SimulatedProvider.class)
  void returnsAPageOfFiles(SimulatedProvider provider) {
    simulator().addFiles(provider, 3);

    Message answer = call(uri(provider, "files?operation=list"));

    ArkFilePage page = answer.getBody(ArkFilePage.class);
    assertThat(page.data())
        .extracting(ArkFile::id)
        .containsExactlyInAnyOrder("file-0001", "file-0002", "file-0003");
    assertThat(page.hasMore()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ARK, /api/v3/files,",
    "AZURE, /openai/files, api-version=2024-10-21",
    "OPENAI, /v1/files,"
  })
  void sendsOneRequestWithoutDefaults(SimulatedProvider provider, String path, String query) {
    simulator().addFiles(provider, 3);

    call(uri(provider, "files?operation=list"));

    assertThat(simulator().journal())
        .singleElement()
        .extracting(RecordedRequest::method, RecordedRequest::path, RecordedRequest::query)
        .containsExactly("GET", path, query);
  }

  @Test
  void headersTellWhereThePageEnds() {
    simulator().addFiles(ARK, 3);

    Message answer = call(ark("files?operation=list&order=asc&limit=2"));

    assertThat(answer.getHeaders())
        .containsEntry("CamelArkFirstId", "file-0001")
        .containsEntry("CamelArkLastId", "file-0002")
        .containsEntry("CamelArkHasMore", true)
        .containsKey("CamelArkRequestId");
  }

  @Test
  void continuesFromTheHeadersOfThePreviousPage() {
    simulator().addFiles(ARK, 3);
    Message first = call(ark("files?operation=list&order=asc&limit=2"));

    Message second =
        call(
            ark("files?operation=list&order=asc&limit=2"),
            null,
            Map.of("CamelArkAfter", first.getHeader("CamelArkLastId")));

    assertThat(second.getBody(ArkFilePage.class).data())
        .extracting(ArkFile::id)
        .containsExactly("file-0003");
    assertThat(second.getHeader("CamelArkHasMore")).isEqualTo(false);
  }

  @ParameterizedTest
  @EnumSource(SimulatedProvider.class)
  void returnsAnEmptyPageWithoutFiles(SimulatedProvider provider) {
    Message answer =
        call(
            uri(provider, "files?operation=list"),
            null,
            Map.of("CamelArkFirstId", "stale", "CamelArkLastId", "stale"));

    assertThat(answer.getBody(ArkFilePage.class).data()).isEmpty();
    assertThat(answer.getHeader("CamelArkHasMore")).isEqualTo(false);
    assertThat(answer.getHeaders()).doesNotContainKeys("CamelArkFirstId", "CamelArkLastId");
  }

  @Test
  void returnsAnEmptyPageIfTheDataIsNull() {
    simulator().failNext(1, SimulatedFault.dataNull());

    Message answer = call(ark("files?operation=list"));

    assertThat(answer.getBody(ArkFilePage.class).data()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"page", "all", "stream"})
  void removesTheHeadersOfAnEarlierFile(String paging) {
    simulator().addFiles(ARK, 1);
    Map<String, Object> headers = new HashMap<>();
    OF_ONE_FILE.forEach(name -> headers.put(name, "stale"));
    headers.put("correlation", "c-1");

    Message answer = call(ark("files?operation=list&paging=" + paging), null, headers);

    assertThat(answer.getHeaders())
        .doesNotContainKeys(OF_ONE_FILE.toArray(String[]::new))
        .containsEntry("correlation", "c-1");
  }

  @ParameterizedTest
  @EnumSource(SimulatedProvider.class)
  void returnsAllFilesAsAList(SimulatedProvider provider) {
    simulator().addFiles(provider, 3);

    Message answer = call(uri(provider, "files?operation=list&paging=all"));

    assertThat(answer.getBody())
        .asInstanceOf(InstanceOfAssertFactories.list(ArkFile.class))
        .extracting(ArkFile::id)
        .containsExactlyInAnyOrder("file-0001", "file-0002", "file-0003");
  }

  @Test
  void returnsTheFilesOfAllPages() {
    simulator().addFiles(ARK, 5);

    Message answer = call(ark("files?operation=list&paging=all&order=asc&limit=2"));

    assertThat(ids(answer))
        .containsExactly("file-0001", "file-0002", "file-0003", "file-0004", "file-0005");
    assertThat(simulator().journal())
        .extracting(RecordedRequest::query)
        .containsExactly(
            "limit=2&order=asc",
            "after=file-0002&limit=2&order=asc",
            "after=file-0004&limit=2&order=asc");
  }

  @Test
  void setsNoHeadersOfAPageForAllFiles() {
    simulator().addFiles(ARK, 3);

    Message answer = call(ark("files?operation=list&paging=all&limit=2"));

    assertThat(answer.getHeaders())
        .doesNotContainKeys("CamelArkFirstId", "CamelArkLastId", "CamelArkHasMore")
        .containsKey("CamelArkRequestId");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 2", "4, 2", "5, 3", "100, 3", "0, 3"})
  void returnsAtMostMaxResultsWithoutRequestingFurtherPages(int maxResults, int requests) {
    simulator().addFiles(ARK, 5);

    Message answer =
        call(ark("files?operation=list&paging=all&order=asc&limit=2&maxResults=" + maxResults));

    assertThat(ids(answer)).hasSize(maxResults == 0 ? 5 : Math.min(5, maxResults));
    assertThat(simulator().journal()).hasSize(requests);
  }

  @Test
  void returnsAllFilesOfAProviderWithoutPages() {
    simulator().addFiles(AZURE, 250);

    Message answer = call(uri(AZURE, "files?operation=list&paging=all&maxResults=120"));

    assertThat(ids(answer)).hasSize(120);
    assertThat(simulator().journal()).hasSize(1);
  }

  @Test
  void boundsNoPageByMaxResults() {
    simulator().addFiles(ARK, 3);

    Message answer = call(ark("files?operation=list&maxResults=1"));

    assertThat(answer.getBody(ArkFilePage.class).data()).hasSize(3);
  }

  private static List<String> ids(Message answer) {
    return ((List<?>) answer.getBody()).stream().map(file -> ((ArkFile) file).id()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "stream"})
  void removesTheHeadersOfAnEarlierPage(String paging) {
    simulator().addFiles(ARK, 1);
    Map<String, Object> headers =
        Map.of(
            ArkConstants.FIRST_ID, "stale",
            ArkConstants.LAST_ID, "stale",
            ArkConstants.HAS_MORE, true);

    Message answer = call(ark("files?operation=list&paging=" + paging), null, headers);

    assertThat(answer.getHeaders())
        .doesNotContainKeys(ArkConstants.FIRST_ID, ArkConstants.LAST_ID, ArkConstants.HAS_MORE);
  }
}
