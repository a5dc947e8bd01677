// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.lists;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkFileList;
import io.github.camelark.support.RouteTestSupport;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a route can do with the list of {@code paging=all}. */
class ListOfAllFilesTest extends RouteTestSupport {

  private static final String ALL = "files?operation=list&paging=all&order=asc";
  private static final Comparator<ArkFile> NEWEST_FIRST =
      Comparator.comparing(ArkFile::id).reversed();

  @BeforeEach
  void threeFiles() {
    simulator().addFiles(ARK, 3);
  }

  @Test
  void isSortedByARoute() throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:start").to(ark(ALL)).sort(body(), NEWEST_FIRST);
          }
        });

    Exchange exchange = send("direct:start", null);

    assertThat(exchange.getException()).isNull();
    assertThat(ids(exchange)).containsExactly("file-0003", "file-0002", "file-0001");
  }

  @Test
  void isFilteredByARouteAndConvertsToWhatIsLeft() throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:start")
                .to(ark(ALL))
                .process(
                    exchange -> files(exchange).removeIf(file -> file.id().equals("file-0002")))
                .convertBodyTo(String.class);
          }
        });

    String json = send("direct:start", null).getMessage().getBody(String.class);

    assertThat(new ObjectMapper().readTree(json).findValuesAsText("id"))
        .containsExactly("file-0001", "file-0003");
  }

  @Test
  void isMutable() {
    List<ArkFile> files = files(send(ark(ALL), null));
    ArkFile first = files.get(0);

    files.remove(0);
    files.add(first);
    Collections.swap(files, 0, 1);
    files.subList(2, 3).clear();

    assertThat(files).extracting(ArkFile::id).containsExactly("file-0003", "file-0002");
    assertThatNullPointerException().isThrownBy(() -> files.add(null));
  }

  @Test
  void isACopy() {
    List<ArkFile> files = files(send(ark(ALL), null));

    List<ArkFile> copy = new ArkFileList(files);
    files.clear();

    assertThat(copy).hasSize(3);
  }

  private static List<String> ids(Exchange exchange) {
    return files(exchange).stream().map(ArkFile::id).toList();
  }

  @SuppressWarnings("unchecked")
  private static List<ArkFile> files(Exchange exchange) {
    return (List<ArkFile>) exchange.getMessage().getBody();
  }
}
