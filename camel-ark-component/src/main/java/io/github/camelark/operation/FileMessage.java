// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import io.github.camelark.model.ArkFile;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.support.DefaultMessage;
import org.jspecify.annotations.Nullable;

/**
 * A message that holds a file, and writes its headers when the first of them is asked for: to write
 * them costs as much as all the rest of an exchange, and a route that reads the body needs none.
 */
public final class FileMessage extends DefaultMessage {

  private final ArkFile file;
  private final @Nullable String requestId;

  /**
   * @param requestId the id of the request that returned the file
   */
  public FileMessage(CamelContext context, ArkFile file, @Nullable String requestId) {
    super(context);
    this.file = file;
    this.requestId = requestId;
    setBody(file);
  }

  @Override
  protected boolean isPopulateHeadersSupported() {
    return true;
  }

  @Override
  protected void populateInitialHeaders(Map<String, Object> headers) {
    FileHeaders.putAll(headers, file, requestId);
  }
}
