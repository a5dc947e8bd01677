// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.deletion;

/** How a deletion request ended. */
public enum Outcome {
  /** It was there and was deleted. */
  DELETED,
  /** It was not there; also if an earlier try deleted it and could not say so. */
  ALREADY_GONE,
  /** The service says that it did not delete it. */
  NOT_DELETED,
  /** The policy does not allow it; nothing was deleted. */
  REFUSED,
  /** It went wrong in a way that another try does not mend. */
  FAILED
}
