// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import io.github.camelark.api.ApiOperation;
import io.github.camelark.client.ArkClient;
import io.github.camelark.client.KnownService;
import io.github.camelark.client.Service;
import io.github.camelark.dialect.Dialect;
import io.github.camelark.transport.ApiKey;
import io.github.camelark.transport.Pace;
import io.github.camelark.transport.PaceBook;
import io.github.camelark.transport.ResilientTransport;
import io.github.camelark.transport.RetryLimits;
import io.github.camelark.transport.Time;
import io.github.camelark.transport.Transport;
import io.github.camelark.transport.TransportSettings;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an endpoint calls the API with: the component's HTTP client, the pace of its key, and the
 * clients of the API on top of them. What was made with it, a list that is read page by page or the
 * completion of an exchange, works on after it was closed, until the component stops. Thread-safe.
 */
final class ArkConnection implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ArkConnection.class);

  /** A health check must answer soon. */
  private static final Duration LONGEST_PROBE = Duration.ofSeconds(10);

  private final ArkEndpoint endpoint;
  private final Dialect dialect;
  private final ServiceAddress address;
  private final ApiKey apiKey;
  private final KnownService known;
  private final ArkClient client;
  private final ArkClient probe;

  private ArkConnection(ArkEndpoint endpoint, Dialect dialect, ServiceAddress address)
      throws Exception {
    this.endpoint = endpoint;
    this.dialect = dialect;
    this.address = address;
    this.apiKey =
        endpoint.getComponent().apiKeys().find(endpoint.getConfiguration(), dialect, address);
    ArkConfiguration configuration = endpoint.getConfiguration();
    Duration callTimeout = configuration.getCallTimeout();
    ArkComponent component = endpoint.getComponent();
    this.known =
        component
            .knownServices()
            .at(
                address.toString(),
                apiVersion(configuration, dialect, address),
                identity(),
                component.getTime());
    Transport transport = component.transports().get(settings(endpoint, dialect, address));
    this.client = client(transport, configuration.getMaxRetries(), joinPaces(), callTimeout);
    this.probe = client(transport, 0, Map.of(), shorter(callTimeout, LONGEST_PROBE));
  }

  static ArkConnection open(ArkEndpoint endpoint, Dialect dialect, ServiceAddress address)
      throws Exception {
    return new ArkConnection(endpoint, dialect, address);
  }

  /** What calls with this key to this address have taught. */
  KnownService known() {
    return known;
  }

  /** The API, with retries and pacing as configured. */
  ArkClient client() {
    return client;
  }

  /** The API without retries and pacing, for a health check that must answer soon. */
  ArkClient probe() {
    return probe;
  }

  /**
   * From now on the rate that this endpoint asks for does not count. In OSGi this may be called
   * after the component's bundle has gone, so neither this nor what it calls may need a class that
   * has not been loaded before.
   */
  @Override
  public void close() {
    endpoint.getComponent().paceBook().leave(this);
  }

  /** The endpoint, without its key. */
  @Override
  public String toString() {
    return endpoint.toString();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private ArkClient client(
      Transport transport, int maxRetries, Map<ApiOperation, Pace> paces, Duration callTimeout) {
    ArkConfiguration configuration = endpoint.getConfiguration();
    Time time = endpoint.getComponent().getTime();
    RetryLimits limits =
        new RetryLimits(
            maxRetries,
            configuration.getRetryDelay(),
            configuration.getMaxRetryDelay(),
            configuration.getMaxRetryAfter(),
            () -> ThreadLocalRandom.current().nextDouble());
    return new ArkClient(
        new ResilientTransport(transport, limits, paces, time),
        new Service(
            dialect,
            address.origin().toString(),
            address.basePath(),
            apiVersion(configuration, dialect, address),
            apiKey,
            keyOrigin(configuration)),
        callTimeout,
        time,
        known);
  }

  /** Tells keys apart. */
  private Object identity() {
    return apiKey == null
        ? endpoint.getConfiguration().getHttpOptions().get("oauth2ClientId")
        : apiKey.getValue();
  }

  /** For advice: what to look at if the service does not accept the key. */
  private String keyOrigin(ArkConfiguration configuration) {
    if (HttpOptions.hasOAuth2(configuration.getHttpOptions())) {
      return "http.oauth2ClientId, http.oauth2ClientSecret and http.oauth2Scope";
    }
    String configured = configuration.getApiKey();
    if (configured == null || configured.isBlank()) {
      return "the environment variable " + dialect.keyVariable();
    }
    boolean inherited = configured.equals(endpoint.getComponent().getConfiguration().getApiKey());
    return inherited ? "apiKey of the component" : "apiKey of the endpoint";
  }

  private Map<ApiOperation, Pace> joinPaces() {
    PaceBook book = endpoint.getComponent().paceBook();
    ArkConfiguration configuration = endpoint.getConfiguration();
    Map<ApiOperation, Pace> paces = new EnumMap<>(ApiOperation.class);
    for (ApiOperation operation : dialect.operations()) {
      if (operation.resource().equals(endpoint.getResource())) {
        paces.put(
            operation,
            book.join(
                new PaceBook.Key(address.toString(), identity(), operation),
                this,
                configuration.getRequestsPerSecond(),
                dialect.requestsPerSecond()));
      }
    }
    return paces;
  }

  private static String apiVersion(
      ArkConfiguration configuration, Dialect dialect, ServiceAddress address) {
    String configured = configuration.getApiVersion();
    return dialect.apiVersion(
        address.basePath(), configured == null || configured.isBlank() ? null : configured.trim());
  }

  /** Says what is allowed, and yet likely to be a mistake. */
  static void warn(ArkEndpoint endpoint, Dialect dialect, ServiceAddress address) {
    ArkConfiguration configuration = endpoint.getConfiguration();
    for (String option : HttpOptions.DANGEROUS) {
      if (configuration.getHttpOptions().containsKey(option)) {
        LOG.warn("http.{} of {} can undo the safety of the HTTP client", option, endpoint);
      }
    }
    String warning =
        dialect.responsesWarning(address.basePath(), apiVersion(configuration, dialect, address));
    if (warning != null && "responses".equals(endpoint.getResource())) {
      LOG.warn("{}: {}", endpoint, warning);
    }
  }

  private static TransportSettings settings(
      ArkEndpoint endpoint, Dialect dialect, ServiceAddress address) {
    ArkConfiguration configuration = endpoint.getConfiguration();
    SSLContextParameters sslContextParameters = configuration.getSslContextParameters();
    if (sslContextParameters == null) {
      sslContextParameters = endpoint.getComponent().globalSslContextParameters();
    }
    return new TransportSettings(
        address.origin(),
        configuration.getConnectTimeout(),
        configuration.getResponseTimeout(),
        configuration.getCallTimeout(),
        configuration.getMaxConnections(),
        configuration.getMaxResponseSize(),
        dialect.requestIdHeaders(),
        sslContextParameters,
        Map.copyOf(configuration.getHttpOptions()));
  }
}
