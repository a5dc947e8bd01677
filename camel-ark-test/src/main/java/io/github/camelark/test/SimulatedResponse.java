// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What a model answers. Immutable.
 *
 * @param status {@code completed}, {@code incomplete}, {@code failed}, or any other text
 * @param text the text of the output; empty for no output
 * @param errorCode why it failed, for example {@code server_error}; null if it did not
 * @param incompleteReason why it is incomplete, for example {@code max_output_tokens}
 * @param inputTokens how many tokens were read
 * @param outputTokens how many tokens were written
 */
public record SimulatedResponse(
    String status,
    String text,
    @Nullable String errorCode,
    @Nullable String incompleteReason,
    long inputTokens,
    long outputTokens) {

  /** Refuses null for the status and the text. */
  public SimulatedResponse {
    requireNonNull(status, "status");
    requireNonNull(text, "text");
  }

  /** Returns a complete answer. */
  public static SimulatedResponse of(String text) {
    return new SimulatedResponse("completed", text, null, null, 10, 5);
  }

  /** Returns an answer that is a failure, though the HTTP status is 200. */
  public static SimulatedResponse failed(String errorCode) {
    return new SimulatedResponse("failed", "", requireNonNull(errorCode), null, 10, 0);
  }

  /** Returns an answer that ends early. */
  public static SimulatedResponse incomplete(String text, String reason) {
    return new SimulatedResponse("incomplete", text, null, requireNonNull(reason), 10, 5);
  }
}
