// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import io.github.camelark.ArkConstants;
import io.github.camelark.client.Answer;
import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.model.ArkDeletion;
import java.util.function.Function;
import org.apache.camel.Message;

/** Deletes something by its id, and says in the message what became of it. */
final class Deleting {

  private final String object;
  private final Function<String, Answer<ArkDeletion>> call;
  private final boolean ignoreMissing;

  /**
   * @param object {@code file} or {@code response}
   * @param ignoreMissing whether something that is not there counts as gone rather than as an error
   */
  Deleting(String object, Function<String, Answer<ArkDeletion>> call, boolean ignoreMissing) {
    this.object = object;
    this.call = call;
    this.ignoreMissing = ignoreMissing;
  }

  void delete(String id, Message message) {
    Answer<ArkDeletion> answer = call(id);
    message.setBody(answer.value());
    message.setHeader(ArkConstants.DELETED, answer.value().deleted());
    message.setHeader(ArkConstants.DELETION_OUTCOME, answer.value().outcome().name());
    FileHeaders.setRequestId(message, answer.requestId());
  }

  private Answer<ArkDeletion> call(String id) {
    try {
      return call.apply(id);
    } catch (ArkNotFoundException e) {
      if (!ignoreMissing) {
        throw e;
      }
      return new Answer<>(
          ArkDeletion.of(id, object, ArkDeletion.Outcome.ALREADY_GONE),
          String.valueOf(e.requestId()),
          null);
    }
  }
}
