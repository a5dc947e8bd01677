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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;
import org.apache.camel.spi.TypeConverterRegistry;

/**
 * Converts files, pages and deletions to and from the API's JSON as text, bytes, stream, map or
 * tree, and lists of files to it. Fields that are not known are kept.
 */
@Converter(generateLoader = true)
public final class ArkConverter {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private ArkConverter() {}

  @Converter
  public static String toString(ArkFile file) {
    return file.json();
  }

  @Converter
  public static byte[] toBytes(ArkFile file) {
    return bytes(file.json());
  }

  @Converter
  public static InputStream toInputStream(ArkFile file) {
    return new ByteArrayInputStream(toBytes(file));
  }

  @Converter
  public static JsonNode toJsonNode(ArkFile file) {
    return file.jsonNode();
  }

  @Converter
  public static Map<String, Object> toMap(ArkFile file) {
    return MAPPER.convertValue(file.jsonNode(), MAP);
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
  public static String toString(ArkFilePage page) {
    return page.json();
  }

  @Converter
  public static byte[] toBytes(ArkFilePage page) {
    return bytes(page.json());
  }

  @Converter
  public static InputStream toInputStream(ArkFilePage page) {
    return new ByteArrayInputStream(toBytes(page));
  }

  @Converter
  public static JsonNode toJsonNode(ArkFilePage page) {
    return page.jsonNode();
  }

  @Converter
  public static Map<String, Object> toMap(ArkFilePage page) {
    return MAPPER.convertValue(page.jsonNode(), MAP);
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
  public static String toString(ArkDeletion deletion) {
    return deletion.json();
  }

  @Converter
  public static byte[] toBytes(ArkDeletion deletion) {
    return bytes(deletion.json());
  }

  @Converter
  public static InputStream toInputStream(ArkDeletion deletion) {
    return new ByteArrayInputStream(toBytes(deletion));
  }

  @Converter
  public static JsonNode toJsonNode(ArkDeletion deletion) {
    return deletion.jsonNode();
  }

  @Converter
  public static Map<String, Object> toMap(ArkDeletion deletion) {
    return MAPPER.convertValue(deletion.jsonNode(), MAP);
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
   * A list of files that somebody else made becomes a JSON array too. Every other list, an empty
   * one among them, is left to Camel: nothing tells what it is a list of.
   */
  @Converter(fallback = true)
  public static Object listToJson(
      Class<?> type, Exchange exchange, Object value, TypeConverterRegistry registry) {
    if (!(value instanceof List<?> list)
        || list.isEmpty()
        || !(list.get(0) instanceof ArkFile)
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
