// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

/** When a call may be sent again after a reply. */
public enum Repeat {
  /** Any call: what was asked was certainly not executed. */
  ALWAYS,
  /** Only a call that may as well be executed twice. */
  IF_SAFE,
  /** No call: the same request would get the same reply. */
  NEVER
}
