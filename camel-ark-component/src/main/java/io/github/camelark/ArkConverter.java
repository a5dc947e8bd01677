// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelark.model.ArkDeletion;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkFileList;
import io.github.camelark.model.ArkFilePage;
import io.github.camelark.model.ArkObject;
import io.github.camelark.operation.FileStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;
import org.apache.camel.spi.TypeConverterRegistry;

/**
 * Converts files, pages and deletions to and from the API's JSON as text, bytes, stream, map or
 * tree, and lists of files to it. Fields that are not known are kept. Lists that are read page by
 * page are refused.
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
  private static final String LOG_STEP = "org.apache.camel.processor.LogProcessor";

  private ArkConverter() {}

  @Converter
  public static String toString(ArkObject object) {
    return object.json();
  }

  @Converter
  public static byte[] toBytes(ArkObject object) {
    return bytes(object.json());
  }

  @Converter
  public static InputStream toInputStream(ArkObject object) {
    return new ByteArrayInputStream(toBytes(object));
  }

  @Converter
  public static JsonNode toJsonNode(ArkObject object) {
    return object.jsonNode();
  }

  @Converter
  public static Map<String, Object> toMap(ArkObject object) {
    return MAPPER.convertValue(object.jsonNode(), MAP);
  }

  @Converter
  public static ArkFile toArkFile(String json) throws IOException {
    return ArkFile.fromJson(bytes(json));
  }

  @Converter
  public static ArkFile toArkFile(byte[] json) throws IOException {
    return ArkFile.fromJson(json.clone());
  }

  @Converter
  public static ArkFile toArkFile(InputStream json) throws IOException {
    return ArkFile.fromJson(json.readAllBytes());
  }

  @Converter
  public static ArkFile toArkFile(JsonNode json) throws IOException {
    return ArkFile.fromJson(json);
  }

  @Converter
  public static ArkFile toArkFile(Map<?, ?> json) throws IOException {
    return ArkFile.fromJson(MAPPER.<JsonNode>valueToTree(json));
  }

  @Converter
  public static ArkFilePage toArkFilePage(String json) throws IOException {
    return ArkFilePage.fromJson(bytes(json));
  }

  @Converter
  public static ArkFilePage toArkFilePage(byte[] json) throws IOException {
    return ArkFilePage.fromJson(json.clone());
  }

  @Converter
  public static ArkFilePage toArkFilePage(InputStream json) throws IOException {
    return ArkFilePage.fromJson(json.readAllBytes());
  }

  @Converter
  public static ArkFilePage toArkFilePage(JsonNode json) throws IOException {
    return ArkFilePage.fromJson(json);
  }

  @Converter
  public static ArkFilePage toArkFilePage(Map<?, ?> json) throws IOException {
    return ArkFilePage.fromJson(MAPPER.<JsonNode>valueToTree(json));
  }

  @Converter
  public static ArkDeletion toArkDeletion(String json) throws IOException {
    return ArkDeletion.fromJson(bytes(json));
  }

  @Converter
  public static ArkDeletion toArkDeletion(byte[] json) throws IOException {
    return ArkDeletion.fromJson(json.clone());
  }

  @Converter
  public static ArkDeletion toArkDeletion(InputStream json) throws IOException {
    return ArkDeletion.fromJson(json.readAllBytes());
  }

  @Converter
  public static ArkDeletion toArkDeletion(JsonNode json) throws IOException {
    return ArkDeletion.fromJson(json);
  }

  @Converter
  public static ArkDeletion toArkDeletion(Map<?, ?> json) throws IOException {
    return ArkDeletion.fromJson(MAPPER.<JsonNode>valueToTree(json));
  }

  @Converter
  public static String toString(ArkFileList files) {
    return files.json();
  }

  @Converter
  public static byte[] toBytes(ArkFileList files) {
    return bytes(files.json());
  }

  @Converter
  public static InputStream toInputStream(ArkFileList files) {
    return new ByteArrayInputStream(toBytes(files));
  }

  @Converter
  public static JsonNode toJsonNode(ArkFileList files) {
    return MAPPER.valueToTree(files);
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
        .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(LOG_STEP)));
  }

  /**
   * A list of files that somebody else made becomes a JSON array too. Every other list, an empty
   * one among them, is left to Camel: nothing tells what it is a list of.
   */
  @Converter(fallback = true)
  public static Object listToJson(
      Class<?> type, Exchange exchange, Object value, TypeConverterRegistry registry) {
    if (!(value instanceof List<?> list)
        || list.isEmpty()
        || !list.stream().allMatch(ArkFile.class::isInstance)) {
      return null;
    }
    ArkFileList files = new ArkFileList(list.stream().map(ArkFile.class::cast).toList());
    if (type == String.class) {
      return toString(files);
    }
    if (type == byte[].class) {
      return toBytes(files);
    }
    if (type == InputStream.class) {
      return toInputStream(files);
    }
    return type == JsonNode.class ? toJsonNode(files) : null;
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
