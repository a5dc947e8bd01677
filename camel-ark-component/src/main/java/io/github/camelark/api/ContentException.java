// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.api;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The content of a request cannot be read: neither the connection nor the service is to blame. */
public final class ContentException extends IOException {

  private static final long serialVersionUID = 1L;

  public ContentException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
