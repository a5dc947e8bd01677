// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import io.github.camelark.api.ApiOperation;
import io.github.camelark.client.Answer;
import io.github.camelark.client.ArkClient;
import io.github.camelark.model.ArkFile;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** {@code ark:files?operation=retrieve}: the body becomes the file. */
final class RetrieveFile implements Operation {

  private final ArkClient client;
  private final MessageOptions options;

  RetrieveFile(ArkClient client, MessageOptions options) {
    this.client = client;
    this.options = options;
  }

  @Override
  public void execute(Exchange exchange) {
    Message message = exchange.getMessage();
    Answer<ArkFile> answer =
        client.retrieveFile(options.fileId(ApiOperation.RETRIEVE_FILE, message));
    message.setBody(answer.value());
    FileHeaders.set(message, answer.value());
    FileHeaders.setRequestId(message, answer.requestId());
  }
}
