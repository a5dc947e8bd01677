// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.api.ApiOperation;
import io.github.camelark.time.Time;
import io.github.camelark.transport.Pace;
import io.github.camelark.transport.PaceBook;
import io.github.camelark.transport.ResilientTransport;
import io.github.camelark.transport.Transport;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * The client of one endpoint: a shared HTTP client, the pace of its key, and the API on top of
 * them. What was made with it, a list that is read page by page or the completion of an exchange,
 * works on after it was closed, until the component stops. Thread-safe.
 */
public final class EndpointClient implements AutoCloseable {

  /** A health check must answer soon. */
  private static final Duration LONGEST_PROBE = Duration.ofSeconds(10);

  private final Object endpoint;
  private final PaceBook paces;
  private final String address;
  private final KnownService known;
  private final ArkClient client;
  private final ArkClient probe;

  private EndpointClient(
      Object endpoint, String resource, ClientSettings settings, SharedResources shared)
      throws Exception {
    Service service = settings.service();
    this.address = service.origin() + service.basePath();
    this.endpoint = endpoint;
    this.paces = shared.paces();
    this.known =
        shared.services().at(address, service.apiVersion(), settings.identity(), shared.time());
    Transport transport = shared.transports().get(settings.transport());
    Time time = shared.time();
    Duration callTimeout = settings.transport().callTimeout();
    Duration probeTimeout = callTimeout.compareTo(LONGEST_PROBE) < 0 ? callTimeout : LONGEST_PROBE;
    this.client =
        new ArkClient(
            new ResilientTransport(
                transport, settings.retries(), joinPaces(resource, settings), time),
            service,
            callTimeout,
            settings.transport().longCallTimeout(),
            settings.transport().maxResponseSize(),
            time,
            known);
    this.probe =
        new ArkClient(
            new ResilientTransport(transport, settings.retries().none(), Map.of(), time),
            service,
            probeTimeout,
            probeTimeout,
            settings.transport().maxResponseSize(),
            time,
            known);
  }

  /**
   * Makes the client, which connects only when it is used.
   *
   * @param endpoint for messages, which print it
   */
  public static EndpointClient open(
      Object endpoint, String resource, ClientSettings settings, SharedResources shared)
      throws Exception {
    return new EndpointClient(endpoint, resource, settings, shared);
  }

  /** The address of the service. */
  public String address() {
    return address;
  }

  /** What calls with this key to this address have taught. */
  public KnownService known() {
    return known;
  }

  /** The API, with retries and pacing as configured. */
  public ArkClient client() {
    return client;
  }

  /** The API without retries and pacing, for a health check that must answer soon. */
  public ArkClient probe() {
    return probe;
  }

  /**
   * From now on the rate that this endpoint asks for does not count. In OSGi this may be called
   * after the component's bundle has gone, so neither this nor what it calls may need a class that
   * has not been loaded before.
   */
  @Override
  public void close() {
    paces.leave(this);
  }

  @Override
  public String toString() {
    return endpoint.toString();
  }

  private Map<ApiOperation, Pace> joinPaces(String resource, ClientSettings settings) {
    Map<ApiOperation, Pace> joined = new EnumMap<>(ApiOperation.class);
    for (ApiOperation operation : settings.service().dialect().operations()) {
      if (operation.resource().path().equals(resource)) {
        joined.put(
            operation,
            paces.join(
                new PaceBook.Key(address, settings.identity(), operation),
                this,
                settings.requestsPerSecond(),
                settings.service().dialect().requestsPerSecond()));
      }
    }
    return joined;
  }
}
