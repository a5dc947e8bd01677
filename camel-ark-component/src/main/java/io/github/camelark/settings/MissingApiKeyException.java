// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.settings;

/** No API key was found for an endpoint that needs one. */
public final class MissingApiKeyException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  MissingApiKeyException(String message) {
    super(message);
  }
}
