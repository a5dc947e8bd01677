// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.health;

import io.github.camelark.client.ArkClient;
import io.github.camelark.client.FileQuery;
import io.github.camelark.error.ArkException;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.apache.camel.util.URISupport;

/**
 * Asks the service for a list of one file (of all files where lists come whole), so that a wrong
 * key or an unreachable host shows before messages fail. One request, not retried and not paced.
 * Off unless Camel's producer health checks are on.
 */
public final class ServiceHealthCheck implements HealthCheck {

  private static final int TOO_MANY_REQUESTS = 429;

  private final String id;
  private final Endpoint endpoint;
  private final ArkClient probe;
  private final WritableHealthCheckRepository repository;
  private final FileQuery query;
  private volatile boolean enabled;

  /** How many producers use the service; guarded by {@link HealthChecks}. */
  int users;

  /**
   * @param endpoint the first one that uses the service, to be shown without its key
   */
  ServiceHealthCheck(
      String id,
      Endpoint endpoint,
      ArkClient probe,
      WritableHealthCheckRepository repository,
      boolean enabled) {
    this.id = id;
    this.endpoint = endpoint;
    this.probe = probe;
    this.repository = repository;
    this.query = new FileQuery(null, probe.hasPages() ? 1 : null, null, null);
    this.enabled = enabled;
  }

  void unregister() {
    repository.removeHealthCheck(this);
  }

  @Override
  public Result call(Map<String, Object> options) {
    HealthCheckResultBuilder result =
        HealthCheckResultBuilder.on(this)
            .detail(ENDPOINT_URI, URISupport.sanitizeUri(endpoint.getEndpointUri()))
            .detail(CHECK_ENABLED, enabled);
    if (!enabled) {
      return result.message("Disabled").unknown().build();
    }
    try {
      probe.listFiles(query);
      return result.up().build();
    } catch (ArkException e) {
      if (e.status() != 0) {
        result.detail(HTTP_RESPONSE_CODE, e.status());
      }
      if (e.status() == TOO_MANY_REQUESTS) {
        // host and key are fine
        return result.up().message(e.getMessage()).build();
      }
      return result.down().message(e.getMessage()).error(e).build();
    }
  }

  @Override
  public boolean isLiveness() {
    return false;
  }

  @Override
  public String getGroup() {
    return "camel";
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public boolean isEnabled() {
    return enabled;
  }

  @Override
  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }
}
