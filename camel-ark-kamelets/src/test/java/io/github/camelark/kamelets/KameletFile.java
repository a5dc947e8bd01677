// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.kamelets;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A Kamelet as it is written.
 *
 * @param fileName its last path segment
 */
record KameletFile(String fileName, String text, Map<String, Object> content) {

  private static final String FOLDER = "kamelets/";

  static List<KameletFile> ours() throws IOException, URISyntaxException {
    URL one = resource("ark-files-source");
    try (Stream<Path> files = Files.list(Path.of(one.toURI()).getParent())) {
      List<KameletFile> kamelets = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        kamelets.add(parse(file.getFileName().toString(), Files.readString(file)));
      }
      return kamelets;
    }
  }

  /** All Kamelets of Camel's own catalogue. */
  static List<KameletFile> ofTheCatalogue() throws IOException {
    JarURLConnection connection = (JarURLConnection) resource("log-sink").openConnection();
    JarFile jar = connection.getJarFile();
    List<KameletFile> kamelets = new ArrayList<>();
    for (JarEntry entry : jar.stream().filter(KameletFile::isKamelet).toList()) {
      try (InputStream text = jar.getInputStream(entry)) {
        kamelets.add(
            parse(
                entry.getName().substring(FOLDER.length()),
                new String(text.readAllBytes(), StandardCharsets.UTF_8)));
      }
    }
    return kamelets;
  }

  String name() {
    return text(content, "metadata", "name");
  }

  /** source, sink or action. */
  String type() {
    return text(content, "metadata", "labels", "camel.apache.org/kamelet.type");
  }

  String annotation(String name) {
    return text(content, "metadata", "annotations", "camel.apache.org/" + name);
  }

  Map<String, Object> definition() {
    return map(content, "spec", "definition");
  }

  Map<String, Object> properties() {
    return map(definition(), "properties");
  }

  Map<String, Object> property(String name) {
    return map(properties(), name);
  }

  Collection<?> required() {
    return (Collection<?>) definition().getOrDefault("required", List.of());
  }

  Collection<?> dependencies() {
    return (Collection<?>) map(content, "spec").getOrDefault("dependencies", List.of());
  }

  Map<String, Object> template() {
    return map(content, "spec", "template");
  }

  static String text(Map<String, Object> map, String... path) {
    Object value = at(map, path);
    return value == null ? "" : value.toString();
  }

  @SuppressWarnings("unchecked") // what YAML calls a map
  static Map<String, Object> map(Map<String, Object> map, String... path) {
    Object value = at(map, path);
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  private static Object at(Map<String, Object> map, String... path) {
    Object value = map;
    for (String step : path) {
      value = value == null ? null : ((Map<?, ?>) value).get(step);
    }
    return value;
  }

  @SuppressWarnings("unchecked") // a Kamelet is a map
  private static KameletFile parse(String fileName, String text) {
    Object content = new Load(LoadSettings.builder().build()).loadFromString(text);
    return new KameletFile(fileName, text, (Map<String, Object>) content);
  }

  private static URL resource(String kamelet) {
    return KameletFile.class.getClassLoader().getResource(FOLDER + kamelet + ".kamelet.yaml");
  }

  private static boolean isKamelet(JarEntry entry) {
    return entry.getName().startsWith(FOLDER) && entry.getName().endsWith(".kamelet.yaml");
  }

  @Override
  public String toString() {
    return fileName;
  }
}
