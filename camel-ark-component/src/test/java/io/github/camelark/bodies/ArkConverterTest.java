// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelark.model.ArkDeletion;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkFilePage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.TypeConversionException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PackageScanClassResolver;
import org.apache.camel.support.scan.DefaultPackageScanClassResolver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** To and from the API's JSON, which keeps unknown fields. */
class ArkConverterTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final String FILE =
      "{\"id\":\"file-1\",\"object\":\"file\",\"filename\":\"ü.pdf\",\"bytes\":3000000000,"
          + "\"created_at\":1763552708,\"tos\":{\"bucket\":\"b\"},\"download_url\":\"https://s/x\"}";
  private static final String PAGE =
      "{\"object\":\"list\",\"data\":[" + FILE + "],\"has_more\":true,\"total\":{\"files\":7}}";
  private static final String DELETION =
      "{\"id\":\"file-1\",\"object\":\"file\",\"deleted\":true,\"by\":[\"somebody\"]}";

  private static CamelContext context;

  @BeforeAll
  static void startCamel() {
    context = new DefaultCamelContext();
    context.start();
  }

  @AfterAll
  static void stopCamel() throws Exception {
    context.close();
  }

  /** As in OSGi, where a context can start before the converters of a bundle are known. */
  @Test
  void componentBringsItsConvertersWhereCamelHasNotFoundThem() throws Exception {
    try (DefaultCamelContext early = new DefaultCamelContext(false)) {
      early
          .getCamelContextExtension()
          .addContextPlugin(
              PackageScanClassResolver.class,
              new DefaultPackageScanClassResolver() {
                @Override
                public Set<ClassLoader> getClassLoaders() {
                  return Set.of(new CamelAlone());
                }
              });
      early.start();
      assertThat(early.getTypeConverter().convertTo(ArkFile.class, Map.of())).isNull();

      early.getComponent("ark");

      ArkFile file = early.getTypeConverter().mandatoryConvertTo(ArkFile.class, FILE);
      assertThat(early.getTypeConverter().convertTo(String.class, file)).isEqualTo(FILE);
    }
  }

  /** The bundle of Camel does not see the resources of ours. */
  private static final class CamelAlone extends ClassLoader {

    CamelAlone() {
      super(CamelContext.class.getClassLoader());
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return Collections.enumeration(
          Collections.list(super.getResources(name)).stream()
              .filter(url -> !url.getPath().contains("camel-ark-component"))
              .toList());
    }
  }

  @Test
  void pairOfTypesThatWasConvertedIsFoundDirectlyFromThenOn() throws Exception {
    ArkFile file = context.getTypeConverter().mandatoryConvertTo(ArkFile.class, FILE);
    context.getTypeConverter().mandatoryConvertTo(String.class, file);

    assertThat(context.getTypeConverterRegistry().lookup(String.class, ArkFile.class)).isNotNull();
    assertThat(context.getTypeConverterRegistry().lookup(ArkFile.class, String.class)).isNotNull();
  }

  static Stream<Arguments> models() {
    return Stream.of(
        Arguments.of(ArkFile.class, FILE),
        Arguments.of(ArkFilePage.class, PAGE),
        Arguments.of(ArkDeletion.class, DELETION));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void returnsTheApisJsonUnchanged(Class<?> type, String json) throws IOException {
    Object model = convert(type, json);

    assertThat(convert(String.class, model)).isEqualTo(json);
    assertThat(convert(byte[].class, model)).isEqualTo(json.getBytes(StandardCharsets.UTF_8));
    assertThat(convert(InputStream.class, model).readAllBytes())
        .isEqualTo(json.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void givesAMap(Class<?> type, String json) throws IOException {
    Object model = convert(type, json);

    Map<?, ?> map = convert(Map.class, model);

    assertThat(map).isEqualTo(MAPPER.readValue(json, Map.class));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void givesATree(Class<?> type, String json) throws IOException {
    Object model = convert(type, json);

    JsonNode tree = convert(JsonNode.class, model);

    assertThat(tree).isEqualTo(MAPPER.readTree(json));
  }

  static Stream<Arguments> sources() {
    return models()
        .flatMap(
            model -> {
              Object type = model.get()[0];
              String json = (String) model.get()[1];
              byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
              return Stream.of(
                  Arguments.of(type, "text", json, json),
                  Arguments.of(type, "bytes", bytes, json),
                  Arguments.of(type, "a stream", new ByteArrayInputStream(bytes), json),
                  Arguments.of(type, "a map", read(json, Map.class), json),
                  Arguments.of(type, "a tree", read(json, JsonNode.class), json));
            });
  }

  @ParameterizedTest(name = "{0} from {1}")
  @MethodSource("sources")
  void isReadFrom(Class<?> type, String name, Object source, String json) throws IOException {
    Object model = convert(type, source);

    assertThat(model).isInstanceOf(type);
    assertThat(MAPPER.readTree(convert(String.class, model))).isEqualTo(MAPPER.readTree(json));
  }

  @Test
  void doesNotKeepTheBytesOfTheCaller() {
    byte[] bytes = FILE.getBytes(StandardCharsets.UTF_8);
    ArkFile file = convert(ArkFile.class, bytes);

    bytes[2] = 'X';

    assertThat(file.json()).isEqualTo(FILE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no json", "[]", "{}", "{\"id\":", "null"})
  void refusesAnythingButAFile(String text) {
    assertThatExceptionOfType(TypeConversionException.class)
        .isThrownBy(() -> context.getTypeConverter().mandatoryConvertTo(ArkFile.class, text));
  }

  @Test
  void givesAListOfFilesAsAnArray() throws Exception {
    ArkFile file = convert(ArkFile.class, FILE);
    List<ArkFile> files = List.of(file, file);
    String json = "[" + FILE + "," + FILE + "]";

    assertThat(convert(String.class, files)).isEqualTo(json);
    assertThat(convert(byte[].class, files)).isEqualTo(json.getBytes(StandardCharsets.UTF_8));
    assertThat(convert(InputStream.class, files).readAllBytes())
        .isEqualTo(json.getBytes(StandardCharsets.UTF_8));
    assertThat(convert(JsonNode.class, files)).isEqualTo(MAPPER.readTree(json));
  }

  @Test
  void leavesOtherListsToCamel() throws Exception {
    ArkFile file = convert(ArkFile.class, FILE);
    List<Object> mixed = new ArrayList<>(List.of(file, "text"));

    assertThat(convert(String.class, List.of("a", "b"))).isEqualTo("[a, b]");
    assertThat(convert(String.class, List.of())).isEqualTo("[]");
    assertThat(convert(String.class, mixed)).isEqualTo(mixed.toString());
  }

  @Test
  void keepsAListOfFilesWhereAListIsExpected() throws Exception {
    ArkFile file = convert(ArkFile.class, FILE);

    assertThat(convert(Collection.class, List.of(file))).isEqualTo(List.of(file));
    assertThat(context.getTypeConverter().convertTo(Integer.class, List.of(file))).isNull();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void isNotSerializableButItsTextIs(Class<?> type, String json) throws Exception {
    Object model = convert(type, json);

    assertThat(model).isNotInstanceOf(Serializable.class);
    assertThat(convert(String.class, model)).isInstanceOf(Serializable.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void neverShowsADownloadUrlInItsTextForm(Class<?> type, String json) throws Exception {
    Object model = convert(type, json);

    assertThat(model.toString()).doesNotContain("https://s/x");
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static <T> T convert(Class<T> type, Object value) {
    T converted = context.getTypeConverter().convertTo(type, value);
    assertThat((Object) converted).as("%s from %s", type, value.getClass()).isNotNull();
    return converted;
  }
}
