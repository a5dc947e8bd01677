// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.deletion;

/** How a deletion request ended. */
public enum Outcome {
  /** It existed and was deleted. */
  DELETED,
  /** It did not exist; also if an earlier attempt deleted it and could not report it. */
  ALREADY_GONE,
  /** The service says that it did not delete it. */
  NOT_DELETED,
  /** The policy does not allow it; nothing was deleted. */
  REFUSED,
  /** It failed in a way that a retry does not fix. */
  FAILED
}
