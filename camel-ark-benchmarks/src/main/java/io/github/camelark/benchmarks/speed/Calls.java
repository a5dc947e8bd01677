// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

/** The calls that are measured, made in one of several ways. Thread-safe. */
interface Calls extends AutoCloseable {

  /** Deletes a file, and gives what was answered. */
  Object delete(String id) throws Exception;

  /** Retrieves a file. */
  Object retrieve(String id) throws Exception;

  /** Lists a hundred files, and hands out one after the other. */
  Object list() throws Exception;

  /** Called for the id of each file of a list. */
  @FunctionalInterface
  interface Sink {
    void accept(String id);
  }
}
