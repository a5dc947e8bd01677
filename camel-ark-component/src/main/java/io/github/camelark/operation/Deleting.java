// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import io.github.camelark.ArkConstants;
import io.github.camelark.client.Answer;
import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.model.ArkDeletion;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Deletes something by its id, and says in the message what became of it. */
abstract class Deleting implements Operation {

  private final String object;
  private final String idHeader;
  private final boolean ignoreMissing;

  /**
   * @param object {@code file} or {@code response}
   * @param idHeader the header that its id is left in
   * @param ignoreMissing whether something that is not there counts as gone rather than as an error
   */
  Deleting(String object, String idHeader, boolean ignoreMissing) {
    this.object = object;
    this.idHeader = idHeader;
    this.ignoreMissing = ignoreMissing;
  }

  /** The id of what the message means. */
  abstract String id(Message message);

  /** Makes the call. */
  abstract Answer<ArkDeletion> delete(String id);

  @Override
  public final void execute(Exchange exchange) {
    Message message = exchange.getMessage();
    String id = id(message);
    Answer<ArkDeletion> answer = deleteOrFindGone(id);
    message.setBody(answer.value());
    message.setHeader(ArkConstants.DELETED, answer.value().deleted());
    message.setHeader(ArkConstants.DELETION_OUTCOME, answer.value().outcome().name());
    FileHeaders.setRequestId(message, answer.requestId());
    message.setHeader(idHeader, id);
  }

  private Answer<ArkDeletion> deleteOrFindGone(String id) {
    try {
      return delete(id);
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
