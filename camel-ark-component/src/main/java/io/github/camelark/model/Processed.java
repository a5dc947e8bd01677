// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.model;

import org.jspecify.annotations.Nullable;

/** What the service works on after it was created: a file or a model response. Immutable. */
public sealed interface Processed permits ArkFile, ArkResponse {

  /** The id that the API knows it by. */
  String id();

  /** How far it is, in the provider's words; null if the service does not say. */
  @Nullable String status();

  /** Why it failed, if it did and the service says so. */
  @Nullable ArkObjectError error();
}
