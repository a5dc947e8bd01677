// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.transport.RetryLimits;
import io.github.camelark.transport.TransportSettings;
import org.jspecify.annotations.Nullable;

/**
 * What a client is made from.
 *
 * @param requestsPerSecond null for the provider's published limit
 */
public record ClientSettings(
    Service service,
    TransportSettings transport,
    RetryLimits retries,
    @Nullable Double requestsPerSecond) {

  /** Tells keys apart; never printed. */
  Object identity() {
    return service.apiKey() == null
        ? transport.http().oauth2ClientId()
        : service.apiKey().getValue();
  }
}
