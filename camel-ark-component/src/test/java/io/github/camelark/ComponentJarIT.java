// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What users get: the jar as it was packed. */
class ComponentJarIT {

  private static JarFile jar;
  private static Attributes manifest;

  @BeforeAll
  static void openJar() throws IOException {
    jar = new JarFile(System.getProperty("component.jar"));
    manifest = jar.getManifest().getMainAttributes();
  }

  @AfterAll
  static void closeJar() throws IOException {
    jar.close();
  }

  @Test
  void isABundleAndAModuleWithAName() {
    assertThat(manifest.getValue("Bundle-SymbolicName"))
        .isEqualTo("io.github.camelark.camel-ark-component");
    assertThat(manifest.getValue("Automatic-Module-Name")).isEqualTo("io.github.camelark");
  }

  @Test
  void showsOtherBundlesOnlyWhatUsersImport() {
    assertThat(clauses("Export-Package"))
        .extracting(ComponentJarIT::packageOf)
        .containsExactlyInAnyOrder(
            "io.github.camelark", "io.github.camelark.model", "io.github.camelark.error");
  }

  @Test
  void worksWithEveryCamel4From14On() {
    assertThat(clauses("Import-Package"))
        .filteredOn(clause -> clause.startsWith("org.apache.camel"))
        .isNotEmpty()
        .allMatch(clause -> clause.contains("version=\"[4.14,5)\""));
  }

  @Test
  void takesTheJacksonThatComesWithCamel() {
    assertThat(clauses("Import-Package"))
        .filteredOn(clause -> clause.startsWith("com.fasterxml.jackson"))
        .isNotEmpty()
        .allMatch(clause -> clause.contains("version=\"[2.19,3)\""));
  }

  @Test
  void importsNothingThatIsOnlyThereAtCompileTime() {
    assertThat(clauses("Import-Package"))
        .extracting(ComponentJarIT::packageOf)
        .noneMatch(name -> name.startsWith("org.jspecify"));
  }

  @Test
  void carriesItsLicence() {
    assertThat(jar.getEntry("META-INF/LICENSE")).isNotNull();
  }

  @Test
  void tellsCamelWhereToFindIt() {
    assertThat(jar.getEntry("META-INF/services/org/apache/camel/component/ark")).isNotNull();
    assertThat(jar.getEntry("META-INF/services/org/apache/camel/configurer/ark-endpoint"))
        .isNotNull();
    assertThat(jar.getEntry("META-INF/services/org/apache/camel/TypeConverterLoader")).isNotNull();
  }

  @Test
  void saysWhichArtifactItIs() throws IOException {
    String folder = "META-INF/maven/io.github.camelark/camel-ark-component/";
    Properties properties = new Properties();
    try (InputStream file = jar.getInputStream(jar.getEntry(folder + "pom.properties"))) {
      properties.load(file);
    }

    assertThat(properties)
        .containsEntry("artifactId", "camel-ark-component")
        .containsKey("version");
    assertThat(jar.getEntry(folder + "pom.xml")).isNotNull();
  }

  /** Quarkus finds bodies and converters by it. */
  @Test
  void hasAnIndexOfAllClasses() throws IOException {
    try (InputStream index = jar.getInputStream(jar.getEntry("META-INF/jandex.idx"))) {
      assertThat(new String(index.readAllBytes(), StandardCharsets.ISO_8859_1))
          .contains("ArkConverter", "ArkFile", "ArkNotFoundException");
    }
  }

  @Test
  void debuggersSeeVariablesAndParameters() throws IOException {
    try (InputStream type =
        jar.getInputStream(jar.getEntry("io/github/camelark/ArkEndpoint.class"))) {
      assertThat(new String(type.readAllBytes(), StandardCharsets.ISO_8859_1))
          .contains("LineNumberTable", "LocalVariableTable", "MethodParameters");
    }
  }

  /** Splits at the commas that are not within quotes. */
  private static List<String> clauses(String header) {
    return Arrays.asList(manifest.getValue(header).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"));
  }

  private static String packageOf(String clause) {
    return clause.replaceFirst(";.*", "");
  }
}
