// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema and the reader agree on the sample events. */
class SchemaTest {

  private final JsonSchema schema = schema();
  private final DeletionRequestReader reader = new DeletionRequestReader();

  @ParameterizedTest
  @MethodSource("good")
  void acceptsGoodEvents(Path event) throws IOException {
    assertThat(schema.validate(Files.readString(event), InputFormat.JSON)).isEmpty();
    assertThat(isReadable(event)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("bad")
  void refusesBadEvents(Path event) throws IOException {
    assertThat(schema.validate(Files.readString(event), InputFormat.JSON)).isNotEmpty();
    assertThat(isReadable(event)).isFalse();
  }

  private boolean isReadable(Path event) throws IOException {
    try {
      reader.read(Files.readAllBytes(event), "message-1");
      return true;
    } catch (InvalidRequestException e) {
      return false;
    }
  }

  static Stream<Path> good() throws IOException {
    return samples("good");
  }

  static Stream<Path> bad() throws IOException {
    return samples("bad");
  }

  private static Stream<Path> samples(String kind) throws IOException {
    return Files.list(Path.of("src/test/resources/events", kind)).sorted();
  }

  private static JsonSchema schema() {
    InputStream text = SchemaTest.class.getResourceAsStream("deletion-request.schema.json");
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
  }
}
