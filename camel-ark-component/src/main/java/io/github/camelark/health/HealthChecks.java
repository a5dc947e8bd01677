// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.health;

import io.github.camelark.client.EndpointClient;
import io.github.camelark.client.KnownService;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.camel.Endpoint;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.jspecify.annotations.Nullable;

/**
 * The health checks of producers: one for each address and key, however many endpoints use them,
 * since all of them would ask the same. Thread-safe.
 */
public final class HealthChecks {

  private final BooleanSupplier enabled;
  private final Map<KnownService, ServiceHealthCheck> checks = new HashMap<>();

  /**
   * @param enabled whether a new check asks the service, until it is switched
   */
  public HealthChecks(BooleanSupplier enabled) {
    this.enabled = enabled;
  }

  /** Registers the check of an endpoint's service; null if there are no such checks. */
  public synchronized @Nullable ServiceHealthCheck join(Endpoint endpoint, EndpointClient client) {
    WritableHealthCheckRepository repository =
        HealthCheckHelper.getHealthCheckRepository(
            endpoint.getCamelContext(), "producers", WritableHealthCheckRepository.class);
    if (repository == null) {
      return null;
    }
    ServiceHealthCheck check = checks.get(client.known());
    if (check == null) {
      check =
          new ServiceHealthCheck(
              freeId(client.address()),
              endpoint,
              client.probe(),
              repository,
              enabled.getAsBoolean());
      checks.put(client.known(), check);
      repository.addHealthCheck(check);
    }
    check.users++;
    return check;
  }

  /** The last one that leaves removes the check. */
  public synchronized void leave(ServiceHealthCheck check) {
    check.users--;
    if (check.users == 0) {
      checks.values().remove(check);
      check.unregister();
    }
  }

  /** Two keys at one address have a check each, and no id may show which is which. */
  private String freeId(String address) {
    String first = "producer:ark-" + address;
    String id = first;
    for (int next = 2; isTaken(id); next++) {
      id = first + "-" + next;
    }
    return id;
  }

  private boolean isTaken(String id) {
    return checks.values().stream().anyMatch(check -> check.getId().equals(id));
  }
}
