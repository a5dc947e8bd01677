// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiErrorTest {

  @Test
  void readsTheErrorOfArkAndOpenAi() {
    ApiError error =
        find("{\"error\":{\"code\":\"C\",\"message\":\"M\",\"type\":\"T\",\"param\":\"P\"}}");

    assertThat(error.wrapped()).isTrue();
    assertThat(error.code()).isEqualTo("C");
    assertThat(error.message()).isEqualTo("M");
    assertThat(error.type()).isEqualTo("T");
    assertThat(error.param()).isEqualTo("P");
  }

  @Test
  void treatsEmptyTextAsAbsent() {
    ApiError error =
        find("{\"error\":{\"code\":\"C\",\"message\":\"\",\"type\":\"\",\"param\":null}}");

    assertThat(error.message()).isNull();
    assertThat(error.type()).isNull();
    assertThat(error.param()).isNull();
  }

  @Test
  void readsBothSpellingsOfAzuresInnerErrors() {
    assertThat(find("{\"error\":{\"code\":\"C\",\"innererror\":{\"code\":\"I\"}}}").details())
        .containsExactly("inner error I");
    assertThat(find("{\"error\":{\"code\":\"C\",\"inner_error\":{\"code\":\"I\"}}}").details())
        .containsExactly("inner error I");
  }

  @Test
  void readsALimitedNumberOfDetails() {
    String inner = "{\"code\":\"I\",\"innererror\":".repeat(300) + "{}" + "}".repeat(300);

    ApiError error = find("{\"error\":{\"code\":\"C\",\"innererror\":" + inner + "}}");

    assertThat(error.details()).hasSizeLessThan(20);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`{\"message\":\"M\",\"code\":\"C\"}`, C",
        "`{\"detail\":\"M\"}`, ",
        "`{\"error\":\"M\"}`, ",
      })
  void distinguishesAGatewaysErrorFromTheApis(String body, String code) {
    ApiError error = find(body);

    assertThat(error.wrapped()).isFalse();
    assertThat(error.message()).isEqualTo("M");
    assertThat(error.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "text",
        "<html>",
        "null",
        "[]",
        "7",
        "{}",
        "{\"error\":{}}",
        "{\"error\":null}",
        "{\"error\":[]}",
        "{\"error\":{\"code\":",
        "{\"message\":{}}",
        "{\"ResponseMetadata\":{\"RequestId\":\"r\"}}",
      })
  void findsNoErrorWhereThereIsNone(String body) {
    assertThat(find(body)).isNull();
  }

  @Test
  void findsNoErrorInTooDeeplyNestedJson() {
    assertThat(find("{\"error\":{\"zzz\":" + "[".repeat(100_000))).isNull();
  }

  @ParameterizedTest(name = "{0} is {1}: {2}")
  @CsvSource({
    "QuotaExceeded,       QuotaExceeded, true",
    "QuotaExceeded.Daily, QuotaExceeded, true",
    "QuotaExceededSoon,   QuotaExceeded, false",
    "MyQuotaExceeded,     QuotaExceeded, false",
    "quotaexceeded,       QuotaExceeded, false",
  })
  void treatsASubcodeAsItsFamily(String code, String known, boolean expected) {
    ApiError error = find("{\"error\":{\"code\":\"%s\"}}".formatted(code));

    assertThat(error.isOneOf(Set.of(known))).isEqualTo(expected);
  }

  private static ApiError find(String body) {
    return ApiError.find(body.getBytes(StandardCharsets.UTF_8));
  }
}
