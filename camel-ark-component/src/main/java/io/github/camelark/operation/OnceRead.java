// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import io.github.camelark.api.ApiFailure;
import io.github.camelark.api.ApiOperation;
import io.github.camelark.error.ArkRequestException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a redelivery from reading the rest of what was read before it, which would pass for the
 * whole. Used by one thread at a time.
 */
final class OnceRead {

  private final ApiOperation operation;
  private final Exchange exchange;
  private final String advice;
  private volatile boolean begun;
  private volatile int redeliveries;

  /**
   * @param exchange whose redelivery would read the rest
   * @param advice what to do instead
   */
  OnceRead(ApiOperation operation, Exchange exchange, String advice) {
    this.operation = operation;
    this.exchange = exchange;
    this.advice = advice;
  }

  /** From now on a redelivery cannot read it. */
  void read() {
    redeliveries = redeliveriesSoFar();
    begun = true;
  }

  /**
   * @param requestId the id of the last request
   * @throws ArkRequestException if this is a redelivery, and something was read before it
   */
  void refuseRedelivery(@Nullable String id, @Nullable String requestId) {
    if (begun && redeliveriesSoFar() > redeliveries) {
      ArkRequestException refusal =
          new ArkRequestException(
              ApiFailure.of(
                  operation.toString(),
                  id,
                  requestId,
                  "a redelivery cannot read a stream again that was read before it"),
              advice);
      Exception failure =
          exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Exception.class);
      if (failure != null) {
        refusal.addSuppressed(failure);
      }
      throw refusal;
    }
  }

  /** Camel counts them in a header, from 1 on, and may take it away in between. */
  private int redeliveriesSoFar() {
    return exchange.getIn().getHeader(Exchange.REDELIVERY_COUNTER) instanceof Integer count
        ? count
        : 0;
  }
}
