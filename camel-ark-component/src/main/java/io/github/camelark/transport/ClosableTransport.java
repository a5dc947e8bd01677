// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

/** A transport with connections of its own. */
public interface ClosableTransport extends Transport, AutoCloseable {

  /** Ends the calls under way and closes all connections. */
  @Override
  void close();
}
