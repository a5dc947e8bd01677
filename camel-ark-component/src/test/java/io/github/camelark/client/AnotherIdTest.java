// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.api.ApiError;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A 404 that names a file other than the requested one is the reply to another call. */
class AnotherIdTest {

  @ParameterizedTest
  @CsvSource({
    "file-2, There is no file-1.",
    "file-2, No such File object: file-1",
    "file-2, 'file-10, which was asked for, is missing'",
    "file-20251119203105-ll4pb, file-20251119203105-ll4pc is not found",
    "resp_02abc, The response 'resp_01abc' was not found.",
  })
  void isNamed(String id, String message) {
    assertThat(Evidence.anotherId(id, error(message))).isNotNull().isNotEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "file-1, There is no file-1.",
    "file-1, 'There is no file-1, but file-2.'",
    "file-1, There is no such file.",
    "file-1, The file-service says: not-found",
    "file-1, The file-storage of cell 7 has no such file",
    "file-1, No such File object: file-BK7bzQj3FfZFXr7DbL6xJwfo",
    "file-1, GET /files/file-2 is not found",
    "file-20251119203105-ll4pb, file-20251119203105-**** is not found",
    "file-20251119203105-ll4pb, The file file-20251119... is not found",
    "f2, There is no f1.",
    "2b7f-4c, There is no 3b7f-4c.",
  })
  void isNot(String id, String message) {
    assertThat(Evidence.anotherId(id, error(message))).isNull();
  }

  private static ApiError error(String message) {
    String json = "{\"error\":{\"code\":\"NotFound\",\"message\":\"" + message + "\"}}";
    ApiError error = ApiError.find(json.getBytes(StandardCharsets.UTF_8));
    assertThat(error).isNotNull();
    return error;
  }
}
