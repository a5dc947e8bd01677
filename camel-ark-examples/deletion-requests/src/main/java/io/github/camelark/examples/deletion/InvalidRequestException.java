// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.deletion;

/** An event is not a deletion request. The message says why, without control characters. */
public final class InvalidRequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason what is wrong with the event; may quote it
   */
  public InvalidRequestException(String reason) {
    super(PlainText.of(reason));
  }
}
