// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArkFileReadingTest {

  @ParameterizedTest(name = "bytes {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "12                   | 12",
        "0                    | 0",
        "2147483648           | 2147483648",
        "9007199254740991     | 9007199254740991",
        "9223372036854775807  | 9223372036854775807",
        "\"2147483648\"      | 2147483648",
        "\" 12 \"            | 12",
        "12.0                 | 12",
        "1.5e3                | 1500",
      })
  void readsBytesOfAnySizeQuotedOrNot(String json, long expected) throws IOException {
    ArkFile file = read("{\"id\":\"file-1\",\"bytes\":%s}".formatted(json));

    assertThat(file.bytes()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "bytes {0}")
  @ValueSource(
      strings = {"null", "\"\"", "\"many\"", "\"NaN\"", "1e400", "true", "{\"n\":1}", "[1]"})
  void treatsNonsensicalBytesAsAbsent(String json) throws IOException {
    ArkFile file = read("{\"id\":\"file-1\",\"bytes\":%s,\"status\":\"active\"}".formatted(json));

    assertThat(file.bytes()).isNull();
    assertThat(file.status()).isEqualTo("active");
  }

  @ParameterizedTest(name = "created_at {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1763552708           | 2025-11-19T11:45:08Z",
        "\"1763552708\"       | 2025-11-19T11:45:08Z",
        "1763552708.0         | 2025-11-19T11:45:08Z",
        "1763552708.25        | 2025-11-19T11:45:08.250Z",
        "1.763552708e9        | 2025-11-19T11:45:08Z",
        "1763552708123        | 2025-11-19T11:45:08.123Z",
        "\"1763552708123\"    | 2025-11-19T11:45:08.123Z",
        "4102444800           | 2100-01-01T00:00:00Z",
        "1                    | 1970-01-01T00:00:01Z",
        "99999999999          | 5138-11-16T09:46:39Z",
        "100000000001         | 5138-11-16T09:46:41Z",
        "253402300799         | 9999-12-31T23:59:59Z",
        "\"253402300799\"     | 9999-12-31T23:59:59Z",
        "253402300799.0       | 9999-12-31T23:59:59Z",
        "253402300800         | +10000-01-01T00:00:00Z",
        "999999999999         | +33658-09-27T01:46:39Z",
        "1000000000001        | 2001-09-09T01:46:40.001Z",
        "253402300799000      | 9999-12-31T23:59:59Z",
      })
  void readsTimesInSecondsFractionsAndMilliseconds(String json, Instant expected)
      throws IOException {
    ArkFile file =
        read("{\"id\":\"file-1\",\"created_at\":%s,\"expire_at\":%s}".formatted(json, json));

    assertThat(file.createdAt()).isEqualTo(expected);
    assertThat(file.expireAt()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "created_at {0}")
  @CsvSource({
    "2025-11-19T11:45:08Z, 2025-11-19T11:45:08Z",
    "2025-11-19t11:45:08z, 2025-11-19T11:45:08Z",
    "2025-11-19T11:45:08.123456Z, 2025-11-19T11:45:08.123456Z",
    "2025-11-19T19:45:08+08:00, 2025-11-19T11:45:08Z",
    "2025-11-19T19:45:08+0800, 2025-11-19T11:45:08Z",
    "2025-11-19T19:45:08+08, 2025-11-19T11:45:08Z",
    "2025-11-19T11:45:08, 2025-11-19T11:45:08Z",
    "2025-11-19 11:45:08, 2025-11-19T11:45:08Z",
    "2025-11-19 11:45:08+00:00, 2025-11-19T11:45:08Z",
    "' 2025-11-19T11:45:08Z ', 2025-11-19T11:45:08Z",
    "2025-11-19T11:45Z, 2025-11-19T11:45:00Z",
    "2025-11-19, 2025-11-19T00:00:00Z",
    "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z",
  })
  void readsTimesInIsoText(String text, Instant expected) throws IOException {
    ArkFile file = read("{\"id\":\"file-1\",\"created_at\":\"%s\"}".formatted(text));

    assertThat(file.createdAt()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"expire_at\":1,\"expires_at\":null          | 1970-01-01T00:00:01Z",
        "\"expires_at\":null,\"expire_at\":1          | 1970-01-01T00:00:01Z",
        "\"expires_at\":1,\"expire_at\":null          | 1970-01-01T00:00:01Z",
        "\"expire_at\":1763552708,\"expires_at\":0    | 2025-11-19T11:45:08Z",
        "\"expire_at\":\"\",\"expires_at\":1763552708 | 2025-11-19T11:45:08Z",
        "\"expire_at\":1763552708,\"expires_at\":1    | 2025-11-19T11:45:08Z",
        "\"expire_at\":1,\"expires_at\":1763552708    | 2025-11-19T11:45:08Z",
      })
  void usesTheLaterOfTwoExpiries(String members, Instant expected) throws IOException {
    assertThat(read("{\"id\":\"file-1\",%s}".formatted(members)).expireAt()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"id\":\"file-2\"",
        "\"purpose\":\"user_data\",\"purpose\":\"batch\"",
        "\"status\":\"processing\",\"status\":\"active\"",
        "\"created_at\":1763552708,\"created_at\":1",
      })
  void refusesAFileThatContradictsItself(String members) {
    assertThatThrownBy(() -> read("{\"id\":\"file-1\",%s}".formatted(members)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("contradicts itself");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"id\":\"file-1\"",
        "\"id\":null",
        "\"status\":\"active\",\"status\":\"active\"",
        "\"status\":\"active\",\"status\":null",
      })
  void acceptsADuplicateMemberWithTheSameValue(String members) throws IOException {
    assertThat(read("{\"id\":\"file-1\",%s}".formatted(members)).id()).isEqualTo("file-1");
  }

  @ParameterizedTest(name = "created_at {0}")
  @ValueSource(
      strings = {
        "null",
        "0",
        "0.0",
        "\"0\"",
        "-1",
        "\"-1763552708\"",
        "1e300",
        "1e999",
        "\"NaN\"",
        "\"Infinity\"",
        "\"7d\"",
        "\"0x1p30\"",
        "\"\"",
        "\"never\"",
        "\"soon, or later\"",
        "\"0001-01-01T00:00:00Z\"",
        "\"2025-13-19T11:45:08Z\"",
        "\"2025-11-19T11:45:08Z and more\"",
        "true",
        "{}",
        "[1763552708]"
      })
  void treatsNonsensicalTimesAsAbsent(String json) throws IOException {
    ArkFile file = read("{\"id\":\"file-1\",\"created_at\":%s}".formatted(json));

    assertThat(file.createdAt()).isNull();
  }

  @Test
  void readsExpiresAtAsOpenAiNamesIt() throws IOException {
    ArkFile file = read("{\"id\":\"file-1\",\"expires_at\":1763552708}");

    assertThat(file.expireAt()).isEqualTo("2025-11-19T11:45:08Z");
  }

  @Test
  void needsNothingButAnId() throws IOException {
    ArkFile file = read("{\"id\":\"file-1\"}");

    assertThat(file.id()).isEqualTo("file-1");
    assertThat(file.object()).isNull();
    assertThat(file.purpose()).isNull();
    assertThat(file.filename()).isNull();
    assertThat(file.bytes()).isNull();
    assertThat(file.mimeType()).isNull();
    assertThat(file.createdAt()).isNull();
    assertThat(file.expireAt()).isNull();
    assertThat(file.status()).isNull();
    assertThat(file.statusDetails()).isNull();
    assertThat(file.error()).isNull();
    assertThat(file.downloadUrl()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"expired", "deleted", "", "处理中"})
  void keepsAnUnknownStatusAndPurposeAsText(String text) throws IOException {
    ArkFile file =
        read("{\"id\":\"file-1\",\"status\":\"%s\",\"purpose\":\"%s\"}".formatted(text, text));

    assertThat(file.status()).isEqualTo(text);
    assertThat(file.purpose()).isEqualTo(text);
  }

  @Test
  void treatsANullStatusAsAbsent() throws IOException {
    assertThat(read("{\"id\":\"file-1\",\"status\":null}").status()).isNull();
  }

  @Test
  void ignoresTheObjectField() throws IOException {
    ArkFile file = read("{\"id\":\"file-1\",\"object\":\"file.deleted\"}");

    assertThat(file.object()).isEqualTo("file.deleted");
  }

  @Test
  void readsTheErrorOfAFailedFile() throws IOException {
    ArkFile file =
        read(
            "{\"id\":\"file-1\",\"status\":\"failed\",\"error\":"
                + "{\"code\":\"Unsupported\",\"message\":\"no codec\",\"type\":\"\",\"param\":{}}}");

    assertThat(file.error()).isEqualTo(new ArkObjectError("Unsupported", "no codec"));
  }

  @Test
  void readsAPlainTextError() throws IOException {
    ArkFile file = read("{\"id\":\"file-1\",\"error\":\"no codec\"}");

    assertThat(file.error()).isEqualTo(new ArkObjectError(null, "no codec"));
  }

  @Test
  void isFailedWithoutAnErrorIfTheServiceGivesNone() throws IOException {
    ArkFile file = read("{\"id\":\"file-1\",\"status\":\"failed\",\"error\":null}");

    assertThat(file.status()).isEqualTo("failed");
    assertThat(file.error()).isNull();
  }

  @Test
  void keepsUnknownFieldsUnchanged() throws IOException {
    String json =
        "{ \"id\":\"file-1\", \"tos\":{\"bucket\":\"b\",\"object_key\":\"k\"},"
            + " \"scope\":{\"type\":\"session\"}, \"zzz\":[1.50,null,1e2] }";

    assertThat(read(json).json()).isEqualTo(json);
  }

  @Test
  void readsANumericIdAsText() throws IOException {
    assertThat(read("{\"id\":42}").id()).isEqualTo("42");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"id\":null}",
        "{\"id\":\"\"}",
        "{\"id\":\" \"}",
        "{\"id\":{\"id\":\"file-1\"}}",
        "{\"error\":{\"code\":\"InternalError\",\"message\":\"oops\"}}",
        "{\"message\":\"oops\"}",
      })
  void refusesAnObjectThatIsNotAFile(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class).hasMessageContaining("id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "\"file-1\"",
        "<html></html>",
        "{\"id\":\"file-1\"",
        "{\"id\":\"file-1\",\"filename\":\"a.p",
        "{\"id\":\"file-1\"}}",
        "{\"id\":\"file-1\"} {\"id\":\"file-2\"}",
        "{\"id\":\"file-1\"}<html>",
        "{\"id\":\"file-1\",\"bytes\":NaN}",
        "{'id':'file-1'}",
      })
  void refusesAnythingButOneJsonObject(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class);
  }

  @Test
  void readsJsonAfterAByteOrderMark() throws IOException {
    ArkFile file = read("\ufeff{\"id\":\"file-1\"}");

    assertThat(file.id()).isEqualTo("file-1");
    assertThat(file.json()).isEqualTo("{\"id\":\"file-1\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
  void refusesAnyEncodingButUtf8(String encoding) {
    byte[] json = "{\"id\":\"file-1\"}".getBytes(Charset.forName(encoding));

    assertThatThrownBy(() -> ArkFile.fromJson(json)).isInstanceOf(IOException.class);
  }

  @Test
  void refusesJsonThatIsNestedTooDeeply() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);

    assertThatThrownBy(() -> read("{\"id\":\"file-1\",\"zzz\":%s}".formatted(deep)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void keepsNestedJson() throws IOException {
    String deep = "[".repeat(500) + "]".repeat(500);
    String json = "{\"id\":\"file-1\",\"zzz\":%s}".formatted(deep);

    assertThat(read(json).jsonNode().toString()).isEqualTo(json);
  }

  @Test
  void neverPrintsThePreSignedAddress() throws IOException {
    ArkFile file =
        read("{\"id\":\"file-1\",\"download_url\":\"https://tos.example/f?sign=s3cret\"}");

    assertThat(file.downloadUrl()).contains("s3cret");
    assertThat(file.toString()).contains("file-1").doesNotContain("s3cret");
  }

  @Test
  void printsRemoteTextOnOneLine() throws IOException {
    ArkFile file = read("{\"id\":\"file-1\",\"filename\":\"a\\nINFO forged\\u001b[31m\"}");

    assertThat(file.filename()).contains("\n");
    assertThat(file.toString()).doesNotContain("\n", "\u001b").contains("\\u000aINFO forged");
  }

  private static ArkFile read(String json) throws IOException {
    return ArkFile.fromJson(json.getBytes(StandardCharsets.UTF_8));
  }
}
