// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.snippets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A project that uses Camel already, and into which a snippet was copied. */
record UserProject(Page page, CamelVersion version, Order order) {

  private static final Path PROJECTS = Path.of("target", "projects").toAbsolutePath();

  /** Which of two dependencies comes first decides the versions that Maven takes. */
  enum Order {
    SNIPPET_FIRST,
    SNIPPET_LAST_AND_REVERSED
  }

  /** One for each page, version and order. */
  static List<UserProject> all() {
    List<UserProject> all = new ArrayList<>();
    for (Page page : Page.values()) {
      for (CamelVersion version : page.versions()) {
        for (Order order : Order.values()) {
          all.add(new UserProject(page, version, order));
        }
      }
    }
    return all;
  }

  /** A POM that has them all as its modules. */
  static Path writeAll() throws IOException {
    StringBuilder modules = new StringBuilder();
    for (UserProject project : all()) {
      Files.createDirectories(project.folder());
      Files.deleteIfExists(project.classPathFile());
      Files.writeString(project.folder().resolve("pom.xml"), project.pom());
      modules.append("<module>").append(project.name()).append("</module>");
    }
    Path pom = PROJECTS.resolve("pom.xml");
    Files.writeString(
        pom, pom("all", "<packaging>pom</packaging><modules>" + modules + "</modules>"));
    return pom;
  }

  private String pom() throws IOException {
    DependencySnippet snippet = page.snippet();
    List<String> dependencies = new ArrayList<>(snippet.dependencies());
    if (order == Order.SNIPPET_LAST_AND_REVERSED) {
      Collections.reverse(dependencies);
    }
    List<String> own = new ArrayList<>(ownDependencies());
    own.removeIf(dependency -> isAmong(dependencies, dependency));
    dependencies.addAll(order == Order.SNIPPET_FIRST ? dependencies.size() : 0, own);
    return pom(
        name(),
        "<properties><camel.version>"
            + version.camel()
            + "</camel.version><mdep.outputFile>${project.basedir}/classpath.txt</mdep.outputFile>"
            + "</properties><dependencyManagement><dependencies>"
            + snippet.managed()
            + springBoot()
            + "</dependencies></dependencyManagement><dependencies>"
            + String.join("", dependencies)
            + "</dependencies>");
  }

  /** With their versions, as where no BOM was imported so far. */
  private List<String> ownDependencies() {
    return page == Page.SPRING_BOOT
        ? List.of(dependency("org.apache.camel.springboot", "camel-spring-boot-starter"))
        : List.of(
            dependency("org.apache.camel", "camel-core"),
            dependency("org.apache.camel", "camel-main"));
  }

  private static boolean isAmong(List<String> dependencies, String dependency) {
    String artifact = dependency.substring(dependency.indexOf("<artifactId>"));
    String id = artifact.substring(0, artifact.indexOf("</artifactId>"));
    return dependencies.stream().anyMatch(other -> other.contains(id + "</artifactId>"));
  }

  /** What a project of Spring Boot has by its parent. */
  private String springBoot() {
    return page != Page.SPRING_BOOT
        ? ""
        : "<dependency><groupId>org.springframework.boot</groupId>"
            + "<artifactId>spring-boot-dependencies</artifactId><version>"
            + version.springBoot()
            + "</version><type>pom</type><scope>import</scope></dependency>";
  }

  private static String dependency(String group, String artifact) {
    return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId>"
        .formatted(group, artifact)
        .concat("<version>${camel.version}</version></dependency>");
  }

  private static String pom(String name, String content) {
    return "<project xmlns=\"http://maven.apache.org/POM/4.0.0\"><modelVersion>4.0.0</modelVersion>"
        + "<groupId>com.example</groupId><artifactId>"
        + name
        + "</artifactId><version>1</version>"
        + content
        + "</project>\n";
  }

  /** What Maven has resolved, or null if it could not. */
  String classPath() throws IOException {
    return Files.exists(classPathFile()) ? Files.readString(classPathFile()).strip() : null;
  }

  private Path classPathFile() {
    return folder().resolve("classpath.txt");
  }

  Path log() {
    return folder().resolve("program.log");
  }

  private Path folder() {
    return PROJECTS.resolve(name());
  }

  private String name() {
    return "%s-%s-%s".formatted(page, version.camel(), order).toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return name();
  }
}
