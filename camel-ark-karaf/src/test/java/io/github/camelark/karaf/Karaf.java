// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.karaf;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.management.JMX;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import org.apache.karaf.bundle.core.BundlesMBean;
import org.apache.karaf.config.core.ConfigMBean;
import org.apache.karaf.features.management.FeaturesServiceMBean;

/**
 * A Karaf in a process of its own, started by its own script and managed by JMX: each operation is
 * what the command of that name does.
 */
final class Karaf implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final Process process;
  private final KarafFolder folder;
  private final JMXConnector connector;
  private final MBeanServerConnection beans;

  private Karaf(Process process, KarafFolder folder) throws Exception {
    this.process = process;
    this.folder = folder;
    this.connector = connect();
    this.beans = connector.getMBeanServerConnection();
  }

  static Karaf start(KarafFolder folder) throws Exception {
    ProcessBuilder script = new ProcessBuilder(folder.script().toString(), "server");
    script.environment().putAll(folder.environment());
    script.redirectErrorStream(true).redirectOutput(folder.console().toFile());
    Process process = script.start();
    try {
      Karaf karaf = new Karaf(process, folder);
      // It is there already, but this waits for all that Karaf installs at its start.
      karaf.features().installFeature("wrap");
      return karaf;
    } catch (Exception e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private JMXConnector connect() throws Exception {
    Instant limit = Instant.now().plus(START_LIMIT);
    while (process.isAlive() && Instant.now().isBefore(limit)) {
      try {
        return JMXConnectorFactory.connect(folder.managementUrl(), folder.managementUser());
      } catch (IOException | SecurityException e) {
        process.waitFor(200, TimeUnit.MILLISECONDS);
      }
    }
    throw new IOException("Karaf does not start, see " + folder.console() + ", " + folder.log());
  }

  FeaturesServiceMBean features() throws Exception {
    return bean("feature", FeaturesServiceMBean.class);
  }

  BundlesMBean bundles() throws Exception {
    return bean("bundle", BundlesMBean.class);
  }

  private ConfigMBean configurations() throws Exception {
    return bean("config", ConfigMBean.class);
  }

  LiveJvm jvm() {
    return new LiveJvm(beans);
  }

  /** The connection is there before the last of these beans is. */
  private <T> T bean(String type, Class<T> operations) throws Exception {
    ObjectName name = new ObjectName("org.apache.karaf:type=" + type + ",name=root");
    Instant limit = Instant.now().plus(START_LIMIT);
    while (!beans.isRegistered(name) && Instant.now().isBefore(limit)) {
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
    return JMX.newMBeanProxy(beans, name, operations);
  }

  void publish(String url, Path file) throws IOException {
    folder.publish(url, file);
  }

  /** Writes the file of a configuration, and leaves it to Karaf to find it. */
  void configure(String pid, List<String> lines) throws IOException {
    folder.putConfiguration(pid + ".cfg", lines);
  }

  /** Deletes the file of a configuration and waits until Karaf has forgotten the configuration. */
  void removeConfiguration(String pid) throws Exception {
    folder.removeConfiguration(pid + ".cfg");
    await().until(() -> !configurations().exists(pid));
  }

  /** The states of all bundles, by symbolic name. */
  Map<String, String> states() throws Exception {
    Map<String, String> states = new TreeMap<>();
    for (Object row : bundles().getBundles().values()) {
      CompositeData bundle = (CompositeData) row;
      states.put((String) bundle.get("Symbolic Name"), (String) bundle.get("State"));
    }
    return states;
  }

  String log() throws IOException {
    return Files.readString(folder.log());
  }

  @Override
  public void close() throws Exception {
    try {
      connector.close();
      process.destroy();
      process.waitFor(30, TimeUnit.SECONDS);
    } finally {
      process.destroyForcibly();
    }
  }
}
