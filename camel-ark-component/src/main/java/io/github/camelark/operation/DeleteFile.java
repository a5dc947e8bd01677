// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import io.github.camelark.ArkConstants;
import io.github.camelark.api.ApiOperation;
import io.github.camelark.client.Answer;
import io.github.camelark.client.ArkClient;
import io.github.camelark.model.ArkDeletion;
import org.apache.camel.Message;

/** {@code ark:files?operation=delete}: the body becomes the deletion. */
final class DeleteFile extends Deleting {

  private final ArkClient client;
  private final MessageOptions options;

  DeleteFile(ArkClient client, MessageOptions options) {
    super("file", ArkConstants.FILE_ID, options.ignoreMissing());
    this.client = client;
    this.options = options;
  }

  @Override
  String id(Message message) {
    return options.fileId(ApiOperation.DELETE_FILE, message);
  }

  @Override
  Answer<ArkDeletion> delete(String id) {
    return client.deleteFile(id);
  }
}
