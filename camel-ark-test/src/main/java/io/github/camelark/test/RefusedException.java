// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

/** Ends a call with an error reply. */
final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ApiError error;

  RefusedException(ApiError error) {
    // No stack trace: it is a reply, not a failure of the simulator, and tests ask for thousands.
    super(error.message(), null, false, false);
    this.error = error;
  }

  ApiError error() {
    return error;
  }
}
