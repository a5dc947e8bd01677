// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import io.github.camelark.ArkConstants;
import io.github.camelark.client.ArkClient;
import io.github.camelark.dialect.ApiOperation;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** {@code ark:files?operation=delete}: the body becomes the deletion. */
final class DeleteFile implements Operation {

  private final Deleting deleting;
  private final MessageOptions options;

  DeleteFile(ArkClient client, MessageOptions options) {
    this.deleting = new Deleting("file", client::deleteFile, options.ignoreMissing());
    this.options = options;
  }

  @Override
  public void execute(Exchange exchange) {
    Message message = exchange.getMessage();
    String id = options.fileId(ApiOperation.DELETE_FILE, message);
    deleting.delete(id, message);
    message.setHeader(ArkConstants.FILE_ID, id);
  }
}
