// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.settings;

import static java.lang.Boolean.FALSE;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.EndpointAware;
import org.apache.camel.Navigate;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.Route;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.StartupListener;
import org.apache.camel.spi.InterceptSendToEndpoint;

/**
 * Refuses to start a context whose routes need a key that is missing. Camel starts the producers of
 * all routes before it is known which routes run: those of a route with {@code autoStartup(false)},
 * and those that a test replaces, need no key. So it is looked at when all are known, before the
 * first route runs. Thread-safe.
 */
public final class ProducersWithoutKey implements StartupListener {

  private record Waiting(Endpoint endpoint, ResolveEndpointFailedException failure) {}

  private final List<Waiting> waiting = new ArrayList<>();

  /**
   * @throws ResolveEndpointFailedException if the context has started: what starts now is to be
   *     used
   */
  public void add(Endpoint endpoint, ResolveEndpointFailedException failure) throws Exception {
    CamelContext context = endpoint.getCamelContext();
    if (context.isStarted()) {
      throw failure;
    }
    synchronized (this) {
      waiting.add(new Waiting(endpoint, failure));
      if (waiting.size() > 1) {
        return;
      }
    }
    context.addStartupListener(this);
  }

  /**
   * @throws RuntimeCamelException if a route that is to run needs a key that is missing
   */
  @Override
  public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) {
    List<Waiting> producers;
    synchronized (this) {
      producers = List.copyOf(waiting);
      waiting.clear();
    }
    for (Waiting producer : producers) {
      for (Route route : context.getRoutes()) {
        if (!FALSE.equals(context.isAutoStartup())
            && !FALSE.equals(route.isAutoStartup())
            && uses(route.navigate(), producer.endpoint())) {
          throw new RuntimeCamelException(
              "Cannot start route " + route.getId(), producer.failure());
        }
      }
    }
  }

  private static boolean uses(Object step, Endpoint endpoint) {
    if (step instanceof EndpointAware sending && isSame(sending.getEndpoint(), endpoint)) {
      return true;
    }
    return step instanceof Navigate<?> steps
        && steps.hasNext()
        && steps.next().stream().anyMatch(next -> uses(next, endpoint));
  }

  private static boolean isSame(Endpoint used, Endpoint endpoint) {
    return used instanceof InterceptSendToEndpoint intercepted
        ? !intercepted.isSkip() && isSame(intercepted.getOriginalEndpoint(), endpoint)
        : used == endpoint;
  }
}
