// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The part kept of content that may be large. Immutable: the array is never changed.
 *
 * @param beginning the first megabyte at most
 * @param sha256 of all of it, in hexadecimal digits
 */
record PartContent(long bytes, String sha256, byte[] beginning) {

  boolean isWhole() {
    return beginning.length == bytes;
  }

  String text() {
    return new String(beginning, UTF_8);
  }
}
