// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

/** No API key was found for an endpoint that needs one. */
final class MissingApiKeyException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  MissingApiKeyException(String message) {
    super(message);
  }
}
