// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelark.model.ArkFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeletionPolicyTest {

  private static final String POLICY = "purposes: [user_data]\nfileNames: ['report-*.pdf']\n";

  @Test
  void allowsAFileThatMeetsEveryCriterion() throws IOException {
    assertThat(policy(POLICY).refusalOf(file("report-1.pdf", "user_data"))).isNull();
  }

  @Test
  void refusesAnotherPurpose() throws IOException {
    assertThat(policy(POLICY).refusalOf(file("report-1.pdf", "batch"))).contains("'batch'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"contract.pdf", "report-1.pdf.zip", "a/report-1.pdf", "Report-1.pdf", "\0", ""})
  void refusesAnotherName(String name) throws IOException {
    assertThat(policy(POLICY).refusalOf(file(name, "user_data"))).contains("file name");
  }

  @Test
  void refusesAllFilesIfItNamesNoFiles() throws IOException {
    assertThat(policy("responses: true").refusalOf(file("a.pdf", "user_data"))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "purposes: []",
        "responses: false",
        "purpose: [batch]",
        "purposes: [batch]\npurposes: [user_data]",
        "fileNames: ['[']",
        "responses: perhaps",
        "responses: true\n---\nresponses: true"
      })
  void isRefusedIfItAllowsNothingOrIsWrong(String yaml) {
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> policy(yaml));
  }

  private static DeletionPolicy policy(String yaml) throws IOException {
    return DeletionPolicy.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }

  private static ArkFile file(String name, String purpose) throws IOException {
    String json =
        new JsonMapper()
            .writeValueAsString(Map.of("id", "file-1", "filename", name, "purpose", purpose));
    try (CamelContext context = new DefaultCamelContext()) {
      return context.getTypeConverter().mandatoryConvertTo(ArkFile.class, json);
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
