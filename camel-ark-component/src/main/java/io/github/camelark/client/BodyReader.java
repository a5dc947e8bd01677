// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import java.io.IOException;

/** Reads the body of a success. Thread-safe. */
@FunctionalInterface
public interface BodyReader<T> {

  /**
   * @throws IOException if it is not what the API promises
   */
  T read(byte[] json) throws IOException;
}
