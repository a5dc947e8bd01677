// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.error.ArkException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.LoggingExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what a consumer cannot give to a route. An {@link ArkException} is one line: it says what
 * failed and what to do, and a wrong key would write the same stack trace at every poll. Everything
 * else is logged as Camel does. Thread-safe.
 */
public final class ConsumerExceptionHandler extends LoggingExceptionHandler {

  private final Logger log;

  /**
   * @param consumer in whose name to log
   */
  public ConsumerExceptionHandler(CamelContext context, Class<?> consumer) {
    super(context, consumer);
    log = LoggerFactory.getLogger(consumer);
  }

  @Override
  public void handleException(
      @Nullable String message, @Nullable Exchange exchange, Throwable exception) {
    if (exception instanceof ArkException failure) {
      log.warn("{}: {}", message, failure.toString());
      log.debug("Where it failed", failure);
    } else {
      super.handleException(message, exchange, exception);
    }
  }
}
