// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.StatefulService;
import org.apache.camel.spi.LifecycleStrategy;
import org.apache.camel.spi.ShutdownPrepared;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;

/**
 * Tells an exchange that waits that its route stops. Camel lets exchanges in progress end first,
 * and says so only to the services of the route. Thread-safe.
 */
public final class StopSignal extends ServiceSupport implements ShutdownPrepared {

  private static final Set<ServiceStatus> ENDING =
      EnumSet.of(
          ServiceStatus.Suspending,
          ServiceStatus.Suspended,
          ServiceStatus.Stopping,
          ServiceStatus.Stopped);

  private volatile boolean stopping;

  private StopSignal() {}

  /** Gives each route that is added from now on a signal. */
  public static LifecycleStrategy forNewRoutes() {
    return new LifecycleStrategySupport() {
      @Override
      public void onRoutesAdd(Collection<Route> routes) {
        routes.forEach(route -> route.getServices().add(new StopSignal()));
      }
    };
  }

  /**
   * Whether the context stops, or a route of the exchange: the one it came in by, or the one it is
   * in now.
   */
  static boolean isStopping(Exchange exchange) {
    CamelContext context = exchange.getContext();
    String routeId = exchange.getFromRouteId();
    UnitOfWork work = exchange.getUnitOfWork();
    return context.isStopping()
        || context.isStopped()
        || (routeId != null && isStopping(context.getRoute(routeId)))
        || (work != null && isStopping(work.getRoute()));
  }

  private static boolean isStopping(@Nullable Route route) {
    return route != null
        && (isEnding(route.getConsumer())
            || Stream.of(route.getServices().toArray())
                .anyMatch(service -> service instanceof StopSignal signal && signal.stopping));
  }

  private static boolean isEnding(@Nullable Object consumer) {
    return consumer instanceof StatefulService service && ENDING.contains(service.getStatus());
  }

  @Override
  public void prepareShutdown(boolean suspendOnly, boolean forced) {
    stopping = true;
  }

  @Override
  protected void doStart() {
    stopping = false;
  }
}
