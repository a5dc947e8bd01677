// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.deletion;

/** What a request deletes. */
public enum ResourceKind {
  FILE,
  RESPONSE
}
