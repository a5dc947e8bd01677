// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

/** What becomes of a listed file in this poll. */
enum Decision {
  /** It comes now. */
  EMIT,
  /** It was done before. */
  DONE,
  /** It is left out for now and may come in a later poll: it holds the cursor back. */
  LATER,
  /** It is never comes. */
  NEVER
}
