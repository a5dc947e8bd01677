// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import io.github.camelark.dialect.Dialect;
import io.github.camelark.operation.Operations;
import io.github.camelark.operation.OptionRules;
import java.time.Duration;

/**
 * What can be known to be wrong with an endpoint before it starts. Everything here throws an {@link
 * IllegalArgumentException} that names the option and what to do about it.
 */
final class ArkOptionCheck {

  /** Longer than anybody waits, and far from an overflow. */
  private static final Duration LONGEST = Duration.ofDays(30);

  private ArkOptionCheck() {}

  static void check(ArkEndpoint endpoint, OptionRules rules, ServiceAddress address) {
    ArkConfiguration configuration = endpoint.getConfiguration();
    checkOperation(endpoint.getResource(), endpoint.getOperation(), endpoint.dialect());
    rules.checkFileId("fileId", endpoint.getFileId());
    rules.checkResponseId("responseId", endpoint.getResponseId());
    rules.checkText("purpose", configuration.getPurpose());
    rules.checkOrder("order", configuration.getOrder());
    rules.checkLimit("limit", configuration.getLimit());
    rules.checkAfter("after", endpoint.getAfter());
    atLeast("maxResults", configuration.getMaxResults(), 0);
    atLeast("maxRetries", configuration.getMaxRetries(), 0);
    atLeast("maxConnections", configuration.getMaxConnections(), 1);
    atLeast("maxResponseSize", configuration.getMaxResponseSize(), 1);
    positive("connectTimeout", configuration.getConnectTimeout());
    positive("responseTimeout", configuration.getResponseTimeout());
    positive("callTimeout", configuration.getCallTimeout());
    fromZero("retryDelay", configuration.getRetryDelay());
    fromZero("maxRetryDelay", configuration.getMaxRetryDelay());
    fromZero("maxRetryAfter", configuration.getMaxRetryAfter());
    checkRate(configuration.getRequestsPerSecond());
    HttpOptions.check(configuration.getHttpOptions(), address);
  }

  private static void checkOperation(String resource, String operation, Dialect dialect) {
    String names = Operations.names(resource, dialect);
    if (names.isEmpty()) {
      throw new IllegalArgumentException(
          "ark:%s is unknown on provider %s: the resource must be one of %s"
              .formatted(resource, dialect.name(), Operations.resources()));
    }
    if (operation != null && !Operations.has(resource, operation, dialect)) {
      throw new IllegalArgumentException(
          "operation must be %s for ark:%s on provider %s, but is '%s'"
              .formatted(names, resource, dialect.name(), operation));
    }
  }

  private static void atLeast(String option, long value, long least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "%s must be at least %d, but is %d".formatted(option, least, value));
    }
  }

  private static void positive(String option, Duration value) {
    notTooLong(option, value);
    if (value == null || value.toMillis() <= 0) {
      throw new IllegalArgumentException(
          "%s must be at least 1ms, for example 30s, but is %s: everything that waits has a limit"
              .formatted(option, value));
    }
  }

  private static void fromZero(String option, Duration value) {
    notNegative(option, value);
    notTooLong(option, value);
  }

  static void notNegative(String option, Duration value) {
    if (value == null || value.isNegative()) {
      throw new IllegalArgumentException(
          "%s must not be negative, but is %s".formatted(option, value));
    }
  }

  private static void notTooLong(String option, Duration value) {
    if (value != null && value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "%s must not be longer than %d days, but is %s"
              .formatted(option, LONGEST.toDays(), value));
    }
  }

  private static void checkRate(Double rate) {
    if (rate != null && !(rate >= 0 && rate <= 1_000_000 && (rate == 0 || rate >= 0.001))) {
      throw new IllegalArgumentException(
          "requestsPerSecond must be 0 (no limit) or from 0.001 to 1000000, but is " + rate);
    }
  }
}
