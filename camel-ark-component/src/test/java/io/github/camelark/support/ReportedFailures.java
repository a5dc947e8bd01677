// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.support;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;

/** An exception handler of consumers that adds what it is given to a list. */
public record ReportedFailures(List<Throwable> failures) implements ExceptionHandler {

  @Override
  public void handleException(Throwable exception) {
    failures.add(exception);
  }

  @Override
  public void handleException(String message, Throwable exception) {
    failures.add(exception);
  }

  @Override
  public void handleException(String message, Exchange exchange, Throwable exception) {
    failures.add(exception);
  }
}
