// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.settings;

import io.github.camelark.client.ClientSettings;
import io.github.camelark.client.Service;
import io.github.camelark.dialect.Dialect;
import io.github.camelark.dialect.Expiry;
import io.github.camelark.transport.RetryLimits;
import io.github.camelark.transport.TransportSettings;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/**
 * The service that an endpoint calls, and the limits of its calls.
 *
 * @param requestsPerSecond null for the provider's published limit
 */
public record ServiceSettings(
    ServiceOptions options,
    Dialect dialect,
    ServiceAddress address,
    TransportSettings transport,
    RetryLimits retries,
    @Nullable Double requestsPerSecond) {

  /**
   * @throws IllegalArgumentException if one of them cannot be meant
   */
  public ServiceSettings {
    OptionRules.rate("requestsPerSecond", requestsPerSecond);
    if (options.http().usesOAuth2() && address.isPlainHttp()) {
      throw new IllegalArgumentException(
          "baseUrl must begin with https:// with OAuth 2.0: the access token is sent there");
    }
  }

  /**
   * What a client for the service is made from.
   *
   * @param contextTls how TLS connections are made if the options do not say it
   */
  public ClientSettings client(ApiKeys apiKeys, @Nullable SSLContextParameters contextTls) {
    ApiKeys.Found key = apiKeys.find(this);
    return new ClientSettings(
        new Service(
            dialect,
            address.origin().toString(),
            address.basePath(),
            apiVersion(),
            key.value(),
            key.origin()),
        transport.orTls(contextTls),
        retries,
        requestsPerSecond);
  }

  /** How an upload says how long the file is to be kept; null if the API cannot be told. */
  public @Nullable Expiry expiry() {
    return dialect.expiry(address.basePath(), apiVersion());
  }

  /** What is allowed to an endpoint, and yet likely to be a mistake. */
  public List<String> warnings(Object endpoint, String resource) {
    List<String> warnings = new ArrayList<>();
    for (String name : options.http().dangerous()) {
      warnings.add(
          "http.%s of %s can undo the safety of the HTTP client".formatted(name, endpoint));
    }
    String warning = dialect.responsesWarning(address.basePath(), apiVersion());
    if (warning != null && "responses".equals(resource)) {
      warnings.add(endpoint + ": " + warning);
    }
    return warnings;
  }

  private @Nullable String apiVersion() {
    String configured = options.apiVersion();
    return dialect.apiVersion(
        address.basePath(), configured == null || configured.isBlank() ? null : configured.trim());
  }
}
