// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.shared;

import io.github.camelark.client.KnownServices;
import io.github.camelark.client.SharedResources;
import io.github.camelark.consumer.ConsumerMemory;
import io.github.camelark.consumer.CursorsInUse;
import io.github.camelark.health.HealthChecks;
import io.github.camelark.settings.ProducersWithoutKey;
import io.github.camelark.time.Time;
import io.github.camelark.transport.CamelHttpTransport;
import io.github.camelark.transport.PaceBook;
import io.github.camelark.transport.SharedTransports;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedCamelContext;
import org.apache.camel.support.HealthCheckComponent;
import org.jspecify.annotations.Nullable;

/**
 * What the endpoints of a component share. It outlives them: Camel makes endpoints and producers
 * per message where a route asks for it. Thread-safe.
 */
public final class SharedState {

  private static final int MOST_WARNINGS = 1_000;

  private final HealthCheckComponent component;
  private final Time time;
  private final Set<String> warnings = ConcurrentHashMap.newKeySet();
  private final KnownServices services = new KnownServices();
  private final ProducersWithoutKey producersWithoutKey = new ProducersWithoutKey();
  private final HealthChecks healthChecks;
  private final ConsumerMemory memory;
  private @Nullable SharedTransports transports;
  private @Nullable ScheduledExecutorService watchman;
  private boolean stopped;

  public SharedState(HealthCheckComponent component, Time time) {
    this.component = component;
    this.time = time;
    this.healthChecks = new HealthChecks(component::isHealthCheckProducerEnabled);
    this.memory = new ConsumerMemory(time, () -> ofContext().cursors());
  }

  public synchronized void start() {
    stopped = false;
  }

  /** Closes the HTTP clients, which outlive the endpoints and producers that used them. */
  public void stop() {
    CamelContext context = component.getCamelContext();
    memory.stop(context);
    synchronized (this) {
      stopped = true;
      if (transports != null) {
        transports.close();
        context.getExecutorServiceManager().shutdownNow(watchman);
        transports = null;
        watchman = null;
      }
    }
  }

  /** The HTTP clients of this run, and one thread that looks after them all. */
  public synchronized SharedTransports transports() {
    if (stopped) {
      throw new IllegalStateException("the ark component is stopped: start it first");
    }
    SharedTransports open = transports;
    if (open == null) {
      CamelContext context = component.getCamelContext();
      ScheduledExecutorService newWatchman =
          context
              .getExecutorServiceManager()
              .newSingleThreadScheduledExecutor(component, "ark-call-timeout");
      open =
          new SharedTransports(
              time, settings -> new CamelHttpTransport(context, settings, time, newWatchman));
      newWatchman.scheduleWithFixedDelay(open::closeIdle, 1, 1, TimeUnit.MINUTES);
      watchman = newWatchman;
      transports = open;
    }
    return open;
  }

  /** What the clients of all endpoints have in common. */
  public SharedResources resources() {
    return new SharedResources(transports(), ofContext().paces(), services, time);
  }

  /** What all components of the context share. */
  private record OfContext(PaceBook paces, CursorsInUse cursors) {}

  private OfContext ofContext() {
    ExtendedCamelContext context = component.getCamelContext().getCamelContextExtension();
    synchronized (OfContext.class) {
      OfContext shared = context.getContextPlugin(OfContext.class);
      if (shared == null) {
        shared = new OfContext(new PaceBook(time), new CursorsInUse());
        context.addContextPlugin(OfContext.class, shared);
      }
      return shared;
    }
  }

  /** Whether a warning is new: endpoints come and go with messages, and it is said once. */
  public boolean isFirst(String warning) {
    return warnings.size() < MOST_WARNINGS && warnings.add(warning);
  }

  public Time time() {
    return time;
  }

  public ConsumerMemory memory() {
    return memory;
  }

  public HealthChecks healthChecks() {
    return healthChecks;
  }

  public ProducersWithoutKey producersWithoutKey() {
    return producersWithoutKey;
  }
}
