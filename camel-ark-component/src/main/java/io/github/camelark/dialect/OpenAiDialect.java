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
  static final Statuses STATUSES =
      new Statuses(
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
  public Statuses fileStatuses() {
    return STATUSES;
  }

  @Override
  public int maxLimit() {
    return 10_000;
  }

  /** The first two are OpenAI's, the others those of gateways that speak its API. */
  @Override
  public Set<String> quotaCodes() {
    return Set.of(
        "insufficient_quota",
        "billing_not_active",
        "billing_hard_limit_reached",
        "insufficient_user_quota",
        "pre_consume_token_quota_failed",
        "budget_exceeded",
        "exceeded_current_quota_error",
        "insufficient_balance");
  }

  @Override
  public Set<String> quotaWords() {
    return Set.of("exceeded your current quota");
  }

  @Override
  public Set<String> wrongAddressCodes() {
    return Set.of("unknown_url", "invalid_url");
  }

  /** In the words of OpenAI, and of gateways and servers that speak its API. */
  @Override
  public Set<String> wrongAddressWords() {
    return Set.of(
        "Invalid URL",
        "Unknown request URL",
        "Unrecognized request URL",
        "no Route matched",
        "route not found",
        "page not found",
        "path not found",
        "endpoint not found",
        "unknown endpoint",
        "Cannot DELETE /",
        "Cannot GET /",
        "Cannot POST /");
  }

  @Override
  public Set<String> wrongAddressMessages() {
    return Set.of("File Not Found");
  }
}
