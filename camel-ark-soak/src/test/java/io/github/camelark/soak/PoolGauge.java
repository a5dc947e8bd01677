// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.soak;

import io.github.camelark.ArkComponent;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Map;
import org.apache.hc.core5.pool.ConnPoolControl;
import org.apache.hc.core5.pool.PoolStats;

/**
 * Looks into the one HTTP client of a component. By reflection, because no user needs to: what it
 * holds is not part of what the component offers.
 *
 * @param calls how many calls the client watches over
 * @param leased how many connections are in use
 * @param available how many are kept for later
 * @param pending how many calls wait for one
 */
record PoolGauge(int calls, int leased, int available, int pending) {

  static PoolGauge of(ArkComponent component) {
    try {
      Map<?, ?> clients =
          (Map<?, ?>) field(field(field(component, "shared"), "transports"), "open");
      if (clients.size() != 1) {
        throw new IllegalStateException("there are " + clients.size() + " HTTP clients, not one");
      }
      Object transport = field(clients.values().iterator().next(), "transport");
      Collection<?> calls = (Collection<?>) field(field(transport, "callWatch"), "calls");
      PoolStats stats = ((ConnPoolControl<?>) field(transport, "pool")).getTotalStats();
      return new PoolGauge(
          calls.size(), stats.getLeased(), stats.getAvailable(), stats.getPending());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The HTTP client is kept elsewhere now", e);
    }
  }

  private static Object field(Object object, String name) throws ReflectiveOperationException {
    Field field = object.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(object);
  }
}
