// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

import java.io.IOException;

/** What the server knows of the calls that were made to it. */
interface Records {

  /** Takes the record of the call that asked for this; the server forgets it. */
  CallRecord take(String key) throws IOException;
}
