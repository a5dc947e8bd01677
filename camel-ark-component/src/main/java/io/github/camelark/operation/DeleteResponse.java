// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import io.github.camelark.ArkConstants;
import io.github.camelark.api.ApiOperation;
import io.github.camelark.client.Answer;
import io.github.camelark.client.ArkClient;
import io.github.camelark.model.ArkDeletion;
import org.apache.camel.Message;

/** {@code ark:responses?operation=delete}: the body becomes the deletion. */
final class DeleteResponse extends Deleting {

  private final ArkClient client;
  private final MessageOptions options;

  DeleteResponse(ArkClient client, MessageOptions options) {
    super("response", ArkConstants.RESPONSE_ID, options.ignoreMissing());
    this.client = client;
    this.options = options;
  }

  @Override
  String id(Message message) {
    return options.responseId(ApiOperation.DELETE_RESPONSE, message);
  }

  @Override
  Answer<ArkDeletion> delete(String id) {
    return client.deleteResponse(id);
  }
}
