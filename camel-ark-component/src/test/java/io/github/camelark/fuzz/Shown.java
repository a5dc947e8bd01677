// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

/** An input of which a failure shows more than its description. */
interface Shown {

  /** The change and the resulting bytes, escaped and shortened. */
  String show();
}
