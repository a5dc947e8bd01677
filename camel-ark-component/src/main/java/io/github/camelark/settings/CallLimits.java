// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.settings;

import io.github.camelark.transport.RetryLimits;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * How long, how much and how often; each component is the option of its name.
 *
 * @param requestsPerSecond null for the provider's published limit
 */
public record CallLimits(
    Duration connectTimeout,
    Duration responseTimeout,
    Duration callTimeout,
    int maxConnections,
    long maxResponseSize,
    int maxRetries,
    Duration retryDelay,
    Duration maxRetryDelay,
    Duration maxRetryAfter,
    @Nullable Double requestsPerSecond) {

  public CallLimits {
    OptionRules.timeout("connectTimeout", connectTimeout);
    OptionRules.timeout("responseTimeout", responseTimeout);
    OptionRules.timeout("callTimeout", callTimeout);
    OptionRules.atLeast("maxConnections", maxConnections, 1);
    OptionRules.atLeast("maxResponseSize", maxResponseSize, 1);
    OptionRules.atLeast("maxRetries", maxRetries, 0);
    OptionRules.wait("retryDelay", retryDelay);
    OptionRules.wait("maxRetryDelay", maxRetryDelay);
    OptionRules.wait("maxRetryAfter", maxRetryAfter);
    OptionRules.rate("requestsPerSecond", requestsPerSecond);
  }

  RetryLimits retries() {
    return new RetryLimits(
        maxRetries,
        retryDelay,
        maxRetryDelay,
        maxRetryAfter,
        () -> ThreadLocalRandom.current().nextDouble());
  }
}
