// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArkFilePageReadingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"object\":\"list\",\"data\":null,\"has_more\":false}",
        "{\"object\":\"list\",\"data\":[],\"has_more\":false}",
        "{\"object\":\"list\",\"has_more\":false}",
        "{\"object\":\"list\"}",
        "{\"has_more\":false}",
        "{\"data\":null}",
        "{\"data\":[]}",
        "{\"data\":[],\"first_id\":null,\"last_id\":null,\"has_more\":null}",
        "{\"data\":[],\"first_id\":\"\",\"last_id\":\"\",\"error\":null}",
      })
  void readsAnEmptyPage(String json) throws IOException {
    ArkFilePage page = read(json);

    assertThat(page.data()).isEmpty();
    assertThat(page.firstId()).isNull();
    assertThat(page.lastId()).isNull();
    assertThat(page.hasMore()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "list", "anything"})
  void ignoresTheObjectField(String object) throws IOException {
    ArkFilePage page = read("{\"object\":\"%s\",\"data\":[{\"id\":\"file-1\"}]}".formatted(object));

    assertThat(page.data()).extracting(ArkFile::id).containsExactly("file-1");
  }

  @Test
  void usesTheFirstAndLastEntryByDefault() throws IOException {
    ArkFilePage page =
        read("{\"data\":[{\"id\":\"file-1\"},{\"id\":\"file-2\"}],\"last_id\":\"\"}");

    assertThat(page.firstId()).isEqualTo("file-1");
    assertThat(page.lastId()).isEqualTo("file-2");
    assertThat(page.hasMore()).isFalse();
  }

  @Test
  void usesTheFirstAndLastIdOfTheService() throws IOException {
    ArkFilePage page =
        read(
            "{\"data\":[{\"id\":\"file-1\"}],\"first_id\":\"file-0\",\"last_id\":\"file-9\","
                + "\"has_more\":true}");

    assertThat(page.firstId()).isEqualTo("file-0");
    assertThat(page.lastId()).isEqualTo("file-9");
    assertThat(page.hasMore()).isTrue();
  }

  @Test
  void continuesIfEitherFieldReportsMore() throws IOException {
    assertThat(read("{\"data\":[],\"has_more\":true,\"has_more\":false}").hasMore()).isTrue();
  }

  @Test
  void skipsAFileThatContradictsItself() throws IOException {
    ArkFilePage page =
        read("{\"data\":[{\"id\":\"file-1\"},{\"id\":\"file-2\",\"id\":\"file-3\"}]}");

    assertThat(page.data()).extracting(ArkFile::id).containsExactly("file-1");
    assertThat(page.unreadable()).containsExactly("{\"id\":\"file-2\",\"id\":\"file-3\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "\"true\"", "1"})
  void readsHasMoreQuotedOrNot(String hasMore) throws IOException {
    assertThat(read("{\"data\":[],\"has_more\":%s}".formatted(hasMore)).hasMore()).isTrue();
  }

  @Test
  void skipsEntriesThatAreNotFiles() throws IOException {
    ArkFilePage page =
        read(
            "{\"data\":[null,7,\"file-0\",[],{},{\"id\":\"file-1\"},{\"filename\":\"no-id.pdf\"},"
                + "{\"id\":\"file-2\"}]}");

    assertThat(page.data()).extracting(ArkFile::id).containsExactly("file-1", "file-2");
    assertThat(page.unreadable())
        .containsExactly("null", "7", "\"file-0\"", "[]", "{}", "{\"filename\":\"no-id.pdf\"}");
  }

  @Test
  void hidesThePreSignedAddressOfAnEntryThatIsNoFile() throws IOException {
    ArkFilePage page =
        read("{\"data\":[{\"download_url\" : \"https://tos.example/f?sign=s3cret\"}]}");

    assertThat(page.unreadable()).singleElement().asString().doesNotContain("s3cret");
  }

  @Test
  void eachFileKeepsItsPartOfTheJson() throws IOException {
    ArkFilePage page =
        read(
            "\ufeff{\"data\": [ {\"id\":\"file-ü\",\"zzz\":[1.50]} , {\"id\":\"file-2\"}],\"has_more\":false}");

    assertThat(page.data())
        .extracting(ArkFile::json)
        .containsExactly("{\"id\":\"file-ü\",\"zzz\":[1.50]}", "{\"id\":\"file-2\"}");
  }

  @Test
  void keepsUnknownFieldsUnchanged() throws IOException {
    String json = "{\"data\":[], \"next_page\":\"p2\", \"total\":1.50}";

    assertThat(read(json).json()).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "{\"data\":{}}",
        "{\"data\":[],\"last_id\":\"file-1\",\"last_id\":\"file-2\"}",
        "{\"data\":\"none\"}",
        "{\"data\":[{\"id\":\"file-1\"}",
        "{\"data\":[{\"id\":\"file-1\"},",
        "{\"data\":[]}]",
        "{\"id\":\"file-1\",\"object\":\"file\"}",
        "{\"message\":\"oops\"}",
        "{\"error\":{\"code\":\"InternalError\",\"message\":\"oops\"}}",
        "{\"data\":[],\"error\":{\"code\":\"InternalError\",\"message\":\"oops\"}}",
        "{\"data\":null,\"error\":{\"message\":\"oops\"}}",
        "{\"ResponseMetadata\":{\"Error\":{\"Code\":\"InternalError\"}}}",
      })
  void refusesAnythingButAList(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class);
  }

  private static ArkFilePage read(String json) throws IOException {
    return ArkFilePage.fromJson(json.getBytes(StandardCharsets.UTF_8));
  }
}
