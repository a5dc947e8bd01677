// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.dialect;

import java.util.List;
import java.util.Set;

/**
 * OpenAI.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/files">Files API</a>
 */
final class OpenAiDialect implements Dialect {

  /** Azure's documentation has more of them than OpenAI's own, whose gateways use them all. */
  static final FileStatuses STATUSES =
      new FileStatuses(
          List.of("uploaded", "pending", "running"),
          List.of("processed"),
          List.of("error", "deleting", "deleted"));

  @Override
  public String name() {
    return "openai";
  }

  @Override
  public String defaultBaseUrl() {
    return "https://api.openai.com/v1";
  }

  @Override
  public String keyVariable() {
    return "OPENAI_API_KEY";
  }

  @Override
  public List<String> ownHosts() {
    return List.of("api.openai.com");
  }

  @Override
  public FileStatuses fileStatuses() {
    return STATUSES;
  }

  @Override
  public int maxLimit() {
    return 10_000;
  }

  @Override
  public Set<String> allowanceCodes() {
    return Set.of("insufficient_quota");
  }

  @Override
  public Set<String> wrongAddressMessages() {
    return Set.of("Invalid URL");
  }
}
