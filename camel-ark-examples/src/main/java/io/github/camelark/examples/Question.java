// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import io.github.camelark.ArkConstants;
import java.util.List;
import java.util.Map;
import org.apache.camel.Header;

/** What the model is asked about each file; the routes know it as the bean {@code question}. */
public final class Question {

  private final String model;

  Question(String model) {
    this.model = model;
  }

  /** The JSON of the Responses API. */
  public Map<String, Object> about(@Header(ArkConstants.FILE_ID) String fileId) {
    return Map.of(
        "model",
        model,
        "input",
        List.of(
            Map.of(
                "role",
                "user",
                "content",
                List.of(
                    Map.of("type", "input_file", "file_id", fileId),
                    Map.of("type", "input_text", "text", "Summarize the file.")))));
  }
}
