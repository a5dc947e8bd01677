// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkConstants;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkFilePage;
import io.github.camelark.support.CapturedLog;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A list of one purpose holds no file of another, even if the service ignores the parameter. */
class ListPurposeTest extends RouteTestSupport {

  @BeforeEach
  void ignoreThePurpose() {
    simulator().ignoredParameters("purpose");
  }

  private static String add(SimulatedProvider provider, String purpose) {
    return simulator().addFile(provider, SimulatedFile.named("a.pdf").withPurpose(purpose)).id();
  }

  @ParameterizedTest(name = "paging={0}")
  @ValueSource(strings = {"all", "stream"})
  void allAndStreamLeaveThemOut(String paging) {
    String first = add(SimulatedProvider.ARK, "user_data");
    add(SimulatedProvider.ARK, "batch");
    add(SimulatedProvider.ARK, "batch");
    String last = add(SimulatedProvider.ARK, "user_data");

    Object body =
        call(ark("files?operation=list&order=asc&limit=1&purpose=user_data&paging=" + paging))
            .getBody();

    assertThat(ids(body)).containsExactly(first, last);
  }

  @ParameterizedTest
  @EnumSource
  void pageLeavesThemOutInItsJsonTooAndGoesOnAfterTheSameFile(SimulatedProvider provider) {
    String wanted = add(provider, "user_data");
    String other = add(provider, "batch");

    Message message = call(uri(provider, "files?operation=list&purpose=user_data"));
    ArkFilePage page = message.getBody(ArkFilePage.class);

    assertThat(page.data()).extracting(ArkFile::id).containsExactly(wanted);
    assertThat(message.getBody(String.class)).contains(wanted);
    assertThat(page.jsonNode().path("data")).hasSize(1);
    assertThat(page.firstId()).isEqualTo(wanted);
    assertThat(page.lastId()).isIn(wanted, other);
    assertThat(message.getHeader(ArkConstants.LAST_ID)).isEqualTo(page.lastId());
  }

  @ParameterizedTest(name = "paging={0}")
  @ValueSource(strings = {"page", "all", "stream"})
  void purposeInAHeaderCountsAndOneWarningIsLogged(String paging) {
    add(SimulatedProvider.ARK, "batch");
    add(SimulatedProvider.ARK, "batch");
    String uri = ark("files?operation=list&paging=" + paging);

    try (CapturedLog log = CapturedLog.ofTheComponent()) {
      for (int i = 0; i < 2; i++) {
        Object body = call(uri, null, Map.of(ArkConstants.PURPOSE, "user_data")).getBody();
        assertThat(ids(body)).isEmpty();
      }

      assertThat(log.warnings()).singleElement().asString().contains("user_data", "batch");
    }
  }

  private static List<String> ids(Object body) {
    Iterator<?> files =
        body instanceof ArkFilePage page
            ? page.data().iterator()
            : body instanceof List<?> list ? list.iterator() : (Iterator<?>) body;
    List<String> ids = new ArrayList<>();
    files.forEachRemaining(file -> ids.add(((ArkFile) file).id()));
    return ids;
  }
}
