// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import io.github.camelark.ArkConstants;
import io.github.camelark.model.ArkResponse;
import org.apache.camel.Message;

/** Writes what is known about a model response into the headers of a message. */
final class ResponseHeaders {

  private ResponseHeaders() {}

  /** Sets the headers of a response; one that has no value is removed, for it is another's. */
  static void set(Message message, ArkResponse response) {
    FileHeaders.put(message, ArkConstants.RESPONSE_ID, response.id());
    FileHeaders.put(message, ArkConstants.RESPONSE_STATUS, response.status());
    FileHeaders.put(message, ArkConstants.INPUT_TOKENS, response.inputTokens());
    FileHeaders.put(message, ArkConstants.OUTPUT_TOKENS, response.outputTokens());
  }
}
