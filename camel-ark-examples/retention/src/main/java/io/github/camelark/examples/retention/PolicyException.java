// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

/** A policy that is refused; the message says in which file, at which field, and what to write. */
final class PolicyException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  PolicyException(String source, String place, String problem) {
    super(source + ": " + place + ": " + problem);
  }
}
