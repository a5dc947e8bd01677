// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.jms;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One broker for all test classes that ask for it; it ends with the last test of the JVM. */
final class BrokerExtension implements BeforeAllCallback {

  private static final String KEY = "broker";

  private String url;

  @Override
  public void beforeAll(ExtensionContext context) {
    url =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(BrokerExtension.class))
            .getOrComputeIfAbsent(KEY, key -> RunningBroker.start(), RunningBroker.class)
            .url;
  }

  String url() {
    return requireNonNull(url, "the broker is started before the first test of a class");
  }

  private static final class RunningBroker implements AutoCloseable {

    private final Broker broker;
    private final String url;

    private RunningBroker(Broker broker, String url) {
      this.broker = broker;
      this.url = url;
    }

    static RunningBroker start() {
      int port = DeletionPipeline.freePort();
      try {
        Path folder = Files.createDirectories(Path.of("target", "brokers"));
        Broker broker = Broker.start(port, Files.createTempDirectory(folder, "broker"));
        return new RunningBroker(broker, Broker.url(port));
      } catch (Exception e) {
        throw new IllegalStateException("the broker does not start", e);
      }
    }

    @Override
    public void close() throws Exception {
      broker.close();
    }
  }
}
