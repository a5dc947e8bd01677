// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

/** An input of which a failure shows more than its description. */
interface Shown {

  /** What was done, and the bytes that became of it, escaped and shortened. */
  String show();
}
