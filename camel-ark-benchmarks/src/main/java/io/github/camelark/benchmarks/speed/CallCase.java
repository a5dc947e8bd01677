// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

/** A kind of calls, made in one way. */
record CallCase(CallKind kind, Variant variant) {

  String title() {
    return variant.title() + " (" + kind.title() + ")";
  }
}
