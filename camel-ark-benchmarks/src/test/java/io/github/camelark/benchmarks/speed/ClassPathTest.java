// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where it finds what an artifact brings. */
class ClassPathTest {

  private static final String POM =
      """
      <project>
        <artifactId>some-module</artifactId>
        <dependencies>
          <dependency><artifactId>brought</artifactId></dependency>
          <dependency><artifactId>for-tests</artifactId><scope>test</scope></dependency>
        </dependencies>
      </project>
      """;

  @TempDir private Path folder;

  @ParameterizedTest(name = "of {0} in {1}")
  @CsvSource({
    "target/some-module-1.jar, pom.xml",
    "target/classes/, pom.xml",
    "repository/1/some-module-1.jar, repository/1/some-module-1.pom"
  })
  void readsTheDescriptionThatLiesBeside(String entry, String pom) throws Exception {
    Path path = folder.resolve(entry);
    if (entry.endsWith("/")) {
      Files.createDirectories(path);
    } else {
      writeJar(path, "META-INF/maven/some/some-module/pom.properties", "");
    }
    Files.writeString(folder.resolve(pom), POM);

    assertThat(ClassPath.read(path.toString()).withAllItNeeds("some-module"))
        .containsExactly("some-module", "brought");
  }

  @Test
  void prefersTheDescriptionInTheJar() throws Exception {
    Path jar = folder.resolve("target/some-module-1.jar");
    writeJar(jar, "META-INF/maven/some/some-module/pom.xml", POM);
    Files.writeString(folder.resolve("pom.xml"), POM.replace("brought", "another"));

    assertThat(ClassPath.read(jar.toString()).withAllItNeeds("some-module"))
        .containsExactly("some-module", "brought");
  }

  @Test
  void doesNotTakeAMissingDescriptionForNoNeeds() throws Exception {
    Path jar = folder.resolve("target/some-module-1.jar");
    writeJar(jar, "META-INF/MANIFEST.MF", "");
    ClassPath classPath = ClassPath.read(jar.toString());

    assertThatIllegalStateException()
        .isThrownBy(() -> classPath.withAllItNeeds("some-module"))
        .withMessageContaining("some-module");
  }

  private static void writeJar(Path path, String entry, String content) throws IOException {
    Files.createDirectories(path.getParent());
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(path))) {
      jar.putNextEntry(new ZipEntry(entry));
      jar.write(content.getBytes());
    }
  }
}
