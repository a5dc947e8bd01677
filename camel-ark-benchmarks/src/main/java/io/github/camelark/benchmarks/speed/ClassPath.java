// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Which artifact brings which others, by Maven's descriptions: those in a jar, or else the one
 * beside it in a local repository, or that of the module which it was packed in.
 */
final class ClassPath {

  private static final Pattern POM = Pattern.compile("META-INF/maven/[^/]+/([^/]+)/pom.xml");
  private static final Pattern JAR = Pattern.compile("(.+?)-([0-9].*)\\.jar");

  private final Map<String, Set<String>> needs = new HashMap<>();
  private final Map<String, String> versions = new HashMap<>();
  private final Map<String, Path> jars = new HashMap<>();

  /** Reads the class path of this JVM. */
  static ClassPath read() throws IOException {
    return read(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
  }

  static ClassPath read(String all) throws IOException {
    ClassPath classPath = new ClassPath();
    for (String entry : all.split(File.pathSeparator)) {
      Path path = Path.of(entry).toAbsolutePath();
      if (Files.isRegularFile(path)) {
        classPath.addJar(path);
      } else if (path.endsWith(Path.of("target", "classes"))) {
        classPath.addPomIfThere(pomOfModule(path));
      }
    }
    return classPath;
  }

  /**
   * Artifacts and all that they bring. Each of them must bring something: to know of nothing is no
   * answer.
   */
  Set<String> withAllItNeeds(String... artifacts) {
    for (String artifact : artifacts) {
      if (!needs.containsKey(artifact)) {
        throw new IllegalStateException(
            "no pom.xml says what %s brings: neither in its jar, nor beside it, nor in its module"
                .formatted(artifact));
      }
    }
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(artifacts));
    while (!open.isEmpty()) {
      String artifact = open.remove();
      if (found.add(artifact)) {
        open.addAll(needs.getOrDefault(artifact, Set.of()));
      }
    }
    return found;
  }

  /** Name and version, if it is there. */
  String version(String artifact) {
    return artifact + " " + versions.getOrDefault(artifact, "(none)");
  }

  /** The jar of an artifact, unless an exclusion keeps it away. */
  Optional<Path> jar(String artifact) {
    return Optional.ofNullable(jars.get(artifact));
  }

  private void addJar(Path path) throws IOException {
    Matcher name = JAR.matcher(path.getFileName().toString());
    if (name.matches()) {
      versions.put(name.group(1), name.group(2));
      jars.put(name.group(1), path);
    }
    boolean described = false;
    try (JarFile jar = new JarFile(path.toFile())) {
      for (JarEntry entry : jar.stream().toList()) {
        if (POM.matcher(entry.getName()).matches()) {
          addPom(jar.getInputStream(entry));
          described = true;
        }
      }
    }
    if (!described) {
      addPomIfThere(pomInRepository(path));
      addPomIfThere(pomOfModule(path));
    }
  }

  private static Path pomInRepository(Path jar) {
    return jar.resolveSibling(jar.getFileName().toString().replaceFirst("\\.jar$", ".pom"));
  }

  /** Of the module whose folder {@code target} this lies in. */
  private static Path pomOfModule(Path built) {
    return built.resolve("../../pom.xml").normalize();
  }

  private void addPomIfThere(Path pom) throws IOException {
    if (Files.isRegularFile(pom)) {
      addPom(Files.newInputStream(pom));
    }
  }

  private void addPom(InputStream pom) throws IOException {
    try (pom) {
      Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom);
      Element project = document.getDocumentElement();
      for (Element dependencies : children(project, "dependencies")) {
        for (Element dependency : children(dependencies, "dependency")) {
          if (isBrought(dependency)) {
            needs
                .computeIfAbsent(text(project, "artifactId"), key -> new LinkedHashSet<>())
                .add(text(dependency, "artifactId"));
          }
        }
      }
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }

  private static boolean isBrought(Element dependency) {
    String scope = text(dependency, "scope");
    return !text(dependency, "optional").equals("true")
        && (scope.isEmpty() || scope.equals("compile") || scope.equals("runtime"));
  }

  private static String text(Element parent, String name) {
    return children(parent, name).stream()
        .map(child -> child.getTextContent().trim())
        .findFirst()
        .orElse("");
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        children.add(element);
      }
    }
    return children;
  }
}
