// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import org.apache.camel.spi.StateRepository;

/** A repository that has no room for a cursor. */
final class FullStateRepository implements StateRepository<String, String> {

  @Override
  public void setState(String key, String value) {
    throw new IllegalStateException("the disk is full");
  }

  @Override
  public String getState(String key) {
    return null;
  }

  @Override
  public void start() {}

  @Override
  public void stop() {}
}
