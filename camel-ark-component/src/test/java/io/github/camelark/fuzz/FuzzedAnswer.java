// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import io.github.camelark.model.ArkFile;
import java.util.List;
import java.util.Map;

/**
 * What a route saw of a call.
 *
 * @param messages of an operation that succeeded one, of a poll one per file
 * @param failures the exception of the exchange, or what the consumer reported
 */
record FuzzedAnswer(List<Message> messages, List<Throwable> failures) {

  /** A body with its headers. */
  record Message(Object body, Map<String, Object> headers) {}

  /** In a word, to be counted. */
  String summary() {
    if (!failures.isEmpty()) {
      return failures.get(0).getClass().getSimpleName();
    }
    return messages.isEmpty() || messages.get(0).body() instanceof ArkFile
        ? "success, " + (messages.isEmpty() ? "no file" : messages.size() == 1 ? "a file" : "files")
        : "success";
  }
}
