// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeCompletedEvent;
import org.apache.camel.support.EventNotifierSupport;

/** The application with other properties, and the outcome of its messages. */
final class RunningMain implements AutoCloseable {

  private final Main main = new Main(WatchMain.class);
  private final Queue<Object> bodies = new ConcurrentLinkedQueue<>();
  private final CountDownLatch done;

  private RunningMain(Map<String, String> properties, String route, int count) {
    done = new CountDownLatch(count);
    properties.forEach(main::addOverrideProperty);
    main.addMainListener(
        new MainListenerSupport() {
          @Override
          public void afterConfigure(BaseMainSupport configured) {
            CamelContext context = configured.getCamelContext();
            context.getManagementStrategy().addEventNotifier(new Completions(route));
          }
        });
  }

  /** Starts the application; {@link #awaitAll} then waits for messages of a route. */
  static RunningMain start(Map<String, String> properties, String route, int count)
      throws Exception {
    RunningMain running = new RunningMain(properties, route, count);
    try {
      running.main.start();
      return running;
    } catch (Exception e) {
      running.close();
      throw e;
    }
  }

  static RunningMain start(Map<String, String> properties) throws Exception {
    return start(properties, "", 0);
  }

  /** What the messages carried in the end. */
  Queue<Object> awaitAll() throws InterruptedException {
    assertThat(done.await(30, TimeUnit.SECONDS)).as("all messages came").isTrue();
    return bodies;
  }

  CamelContext context() {
    return main.getCamelContext();
  }

  @Override
  public void close() {
    main.stop();
  }

  private final class Completions extends EventNotifierSupport {

    private final String route;

    Completions(String route) {
      this.route = route;
    }

    @Override
    public void notify(CamelEvent event) {
      if (event instanceof ExchangeCompletedEvent completed
          && route.equals(completed.getExchange().getFromRouteId())) {
        bodies.add(completed.getExchange().getMessage().getBody());
        done.countDown();
      }
    }
  }
}
