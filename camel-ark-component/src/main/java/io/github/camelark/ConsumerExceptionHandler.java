// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import io.github.camelark.error.ArkException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.support.LoggingExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what a consumer cannot give to a route. An {@link ArkException} is one line: it says what
 * failed and what to do, and a wrong key would write the same stack trace at every poll. Everything
 * else is logged as Camel does. Thread-safe.
 */
final class ConsumerExceptionHandler implements ExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ArkConsumer.class);

  private final ExceptionHandler others;

  ConsumerExceptionHandler(CamelContext context) {
    this.others = new LoggingExceptionHandler(context, ArkConsumer.class);
  }

  @Override
  public void handleException(Throwable exception) {
    handleException(null, exception);
  }

  @Override
  public void handleException(String message, Throwable exception) {
    handleException(message, null, exception);
  }

  @Override
  public void handleException(String message, Exchange exchange, Throwable exception) {
    if (exception instanceof ArkException failure) {
      LOG.warn("{}: {}", message, failure.toString());
      LOG.debug("Where it failed", failure);
    } else {
      others.handleException(message, exchange, exception);
    }
  }
}
