// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelark.api.ApiFailure;
import io.github.camelark.api.ApiOperation;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.model.ArkContent;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkFileList;
import io.github.camelark.model.ArkObject;
import io.github.camelark.operation.FileStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;
import org.apache.camel.spi.TypeConverterRegistry;

/**
 * Converts what the API answers to and from its JSON as text, bytes, stream, map or tree, and lists
 * of files to it; reads the content of a file as stream, bytes or text. Fields that are not known
 * are kept. Lists that are read page by page are refused.
 */
@Converter(generateLoader = true)
public final class ArkConverter {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private static final Set<Class<?>> CONTENTS =
      Set.of(
          String.class,
          byte[].class,
          InputStream.class,
          Reader.class,
          ByteBuffer.class,
          JsonNode.class);
  private static final Set<String> LOG_STEPS =
      Set.of("org.apache.camel.processor.LogProcessor", "org.apache.camel.support.MessageHelper");

  private ArkConverter() {}

  /**
   * What the API answered becomes its JSON, and JSON what the API answered. Camel remembers a pair
   * of types that this has converted.
   */
  @Converter(fallback = true, fallbackCanPromote = true)
  public static Object convert(
      Class<?> type, Exchange exchange, Object value, TypeConverterRegistry registry)
      throws IOException {
    if (value instanceof ArkObject object) {
      return toJson(type, object::json, object::jsonNode);
    }
    if (value instanceof ArkContent content) {
      return read(type, content);
    }
    return ArkObject.class.isAssignableFrom(type)
        ? fromJson(type.asSubclass(ArkObject.class), value)
        : null;
  }

  private static Object read(Class<?> type, ArkContent content) throws IOException {
    if (content.isBegun() && CONTENTS.contains(type) && !isForLogLine()) {
      throw new ArkRequestException(
          ApiFailure.of(
              ApiOperation.FILE_CONTENT.toString(),
              content.fileId(),
              null,
              "the content was read before, and what is left is not the whole"),
          "redeliver the step that fetches the content together with what reads it");
    }
    if (type == InputStream.class) {
      return content.inputStream();
    }
    if (type == Reader.class) {
      return new InputStreamReader(content.inputStream(), StandardCharsets.UTF_8);
    }
    if (type == byte[].class) {
      return content.bytes();
    }
    if (type == String.class) {
      return isForLogLine()
          ? content.toString()
          : new String(content.bytes(), StandardCharsets.UTF_8);
    }
    return null;
  }

  private static Object fromJson(Class<? extends ArkObject> type, Object value) throws IOException {
    if (value instanceof String text) {
      return ArkObject.fromJson(type, bytes(text));
    }
    if (value instanceof byte[] json) {
      return ArkObject.fromJson(type, json.clone());
    }
    if (value instanceof InputStream json) {
      return ArkObject.fromJson(type, json.readAllBytes());
    }
    return value instanceof JsonNode || value instanceof Map<?, ?>
        ? ArkObject.fromJson(type, MAPPER.writeValueAsBytes(value))
        : null;
  }

  private static Object toJson(Class<?> type, Supplier<String> json, Supplier<JsonNode> tree) {
    if (type == String.class) {
      return json.get();
    }
    if (type == byte[].class) {
      return bytes(json.get());
    }
    if (type == InputStream.class) {
      return new ByteArrayInputStream(bytes(json.get()));
    }
    if (type == JsonNode.class) {
      return tree.get();
    }
    return type == Map.class ? MAPPER.convertValue(tree.get(), MAP) : null;
  }

  /**
   * A list that is read page by page has no content yet. Camel would take its name for its text,
   * and a broker would carry that on. A log line may show the name.
   */
  @Converter(fallback = true)
  public static Object refuseStream(
      Class<?> type, Exchange exchange, Object value, TypeConverterRegistry registry) {
    if (!(value instanceof FileStream) || !CONTENTS.contains(type) || isForLogLine()) {
      return null;
    }
    throw new IllegalArgumentException(
        "a list of paging=stream cannot become a "
            + type.getSimpleName()
            + ": split it with .split(body()).streaming() and convert each file, or list with"
            + " paging=all");
  }

  /** Camel asks for the body of {@code .log("${body}")} as it asks for that of a broker. */
  private static boolean isForLogLine() {
    return StackWalker.getInstance()
        .walk(frames -> frames.anyMatch(frame -> LOG_STEPS.contains(frame.getClassName())));
  }

  /**
   * A list of files becomes a JSON array, a list of the user's too. An empty one is left to Camel
   * if it is not ours: nothing tells what it is a list of.
   */
  @Converter(fallback = true)
  public static Object listToJson(
      Class<?> type, Exchange exchange, Object value, TypeConverterRegistry registry) {
    if (!CONTENTS.contains(type) || !(value instanceof List<?> list)) {
      return null;
    }
    if (list instanceof ArkFileList files) {
      return toJson(type, files::json, () -> MAPPER.valueToTree(files));
    }
    if (list.isEmpty() || !list.stream().allMatch(ArkFile.class::isInstance)) {
      return null;
    }
    ArkFileList files = new ArkFileList(list.stream().map(ArkFile.class::cast).toList());
    return toJson(type, files::json, () -> MAPPER.valueToTree(files));
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
