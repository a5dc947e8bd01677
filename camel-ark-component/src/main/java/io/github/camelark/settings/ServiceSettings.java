// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.settings;

import io.github.camelark.client.ClientSettings;
import io.github.camelark.client.Service;
import io.github.camelark.dialect.Dialect;
import io.github.camelark.dialect.Dialects;
import io.github.camelark.transport.TransportSettings;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/** The service that an endpoint calls, and the limits of its calls. */
public record ServiceSettings(
    ServiceOptions options, Dialect dialect, ServiceAddress address, CallLimits limits) {

  /**
   * Checks and resolves the options.
   *
   * @throws IllegalArgumentException if they name no service, or would send a token in the clear
   */
  public static ServiceSettings of(ServiceOptions options, CallLimits limits) {
    Dialect dialect = Dialects.named(options.provider());
    ServiceAddress address = ServiceAddress.of(options.baseUrl(), dialect);
    options.http().check();
    if (options.http().usesOAuth2() && address.isPlainHttp()) {
      throw new IllegalArgumentException(
          "baseUrl must begin with https:// with OAuth 2.0: the access token is sent there");
    }
    return new ServiceSettings(options, dialect, address, limits);
  }

  /** What a client for the service is made from. */
  public ClientSettings client(
      ApiKeys apiKeys, @Nullable SSLContextParameters sslContextParameters) {
    ApiKeys.Found key = apiKeys.find(this);
    return new ClientSettings(
        new Service(
            dialect,
            address.origin().toString(),
            address.basePath(),
            apiVersion(),
            key.value(),
            key.origin()),
        new TransportSettings(
            address.origin(),
            limits.connectTimeout(),
            limits.responseTimeout(),
            limits.callTimeout(),
            limits.maxConnections(),
            limits.maxResponseSize(),
            dialect.requestIdHeaders(),
            sslContextParameters,
            options.http()),
        limits.retries(),
        limits.requestsPerSecond());
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
