// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import io.github.camelark.client.KnownService;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.WritableHealthCheckRepository;

/**
 * The health checks of producers: one for each address and key, however many endpoints use them,
 * since all of them would ask the same. Thread-safe.
 */
final class ArkHealthChecks {

  private final Map<KnownService, ArkHealthCheck> checks = new HashMap<>();
  private final Map<ArkHealthCheck, Integer> users = new HashMap<>();

  /** Makes the check of an endpoint's service known; null if there are no such checks. */
  synchronized ArkHealthCheck join(ArkEndpoint endpoint, ArkConnection connection) {
    WritableHealthCheckRepository repository =
        HealthCheckHelper.getHealthCheckRepository(
            endpoint.getCamelContext(), "producers", WritableHealthCheckRepository.class);
    if (repository == null) {
      return null;
    }
    ArkHealthCheck check = checks.get(connection.known());
    if (check == null) {
      check = new ArkHealthCheck(freeId(endpoint), endpoint, connection.probe(), repository);
      checks.put(connection.known(), check);
      repository.addHealthCheck(check);
    }
    users.merge(check, 1, Integer::sum);
    return check;
  }

  /** The last one who leaves takes the check away. */
  synchronized void leave(ArkHealthCheck check) {
    if (users.merge(check, -1, Integer::sum) == 0) {
      users.remove(check);
      checks.values().remove(check);
      check.unregister();
    }
  }

  /** Two keys at one address have a check each, and no id may show which is which. */
  private String freeId(ArkEndpoint endpoint) {
    String address = "producer:ark-" + endpoint.getServiceUrl();
    String id = address;
    for (int next = 2; isTaken(id); next++) {
      id = address + "-" + next;
    }
    return id;
  }

  private boolean isTaken(String id) {
    return checks.values().stream().anyMatch(check -> check.getId().equals(id));
  }
}
