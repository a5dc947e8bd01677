// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the component from logging a line or more for each of a hundred thousand replies. */
final class QuietLog implements AutoCloseable {

  private final Logger logger;
  private final Level levelBefore;

  private QuietLog(String name) {
    logger = (Logger) LoggerFactory.getLogger(name);
    levelBefore = logger.getLevel();
    logger.setLevel(Level.OFF);
  }

  static QuietLog ofTheComponent() {
    return new QuietLog("io.github.camelark");
  }

  @Override
  public void close() {
    logger.setLevel(levelBefore);
  }
}
