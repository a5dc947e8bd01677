// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

/** As much of the meaning of a reply as the next attempt depends on. */
public interface Verdict {

  /** When the call may be sent again. */
  Repeat repeat();

  /** Whether what was asked may have been executed before this reply was sent. */
  boolean mayHaveBeenExecuted();
}
