// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.jms;

import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** An Artemis broker in this JVM that keeps its messages in a folder; for loopback only. */
final class Broker implements AutoCloseable {

  private final EmbeddedActiveMQ artemis = new EmbeddedActiveMQ();

  private Broker() {}

  /** Starts a broker on 127.0.0.1, with the messages that the folder holds. */
  static Broker start(int port, Path folder) throws Exception {
    Broker broker = new Broker();
    broker.artemis.setConfiguration(configuration(port, folder));
    broker.artemis.start();
    return broker;
  }

  static String url(int port) {
    return "tcp://127.0.0.1:" + port;
  }

  private static Configuration configuration(int port, Path folder) throws Exception {
    // a rolled-back message comes again: the route decides what goes to the dead letters
    AddressSettings settings = new AddressSettings().setMaxDeliveryAttempts(-1);
    return new ConfigurationImpl()
        .setPersistenceEnabled(true)
        .setJournalType(JournalType.NIO)
        .setJournalDirectory(folder.resolve("journal").toString())
        .setBindingsDirectory(folder.resolve("bindings").toString())
        .setLargeMessagesDirectory(folder.resolve("large").toString())
        .setPagingDirectory(folder.resolve("paging").toString())
        .setSecurityEnabled(false)
        .setJMXManagementEnabled(false)
        .addAddressSetting("#", settings)
        .addAcceptorConfiguration("loopback", url(port));
  }

  @Override
  public void close() throws Exception {
    artemis.stop();
  }
}
