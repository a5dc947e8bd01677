// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.kafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** A Kafka broker in this JVM that keeps its records in a folder; for loopback only. */
final class Broker implements AutoCloseable {

  private final KafkaRaftServer kafka;

  private Broker(KafkaRaftServer kafka) {
    this.kafka = kafka;
  }

  /**
   * Starts a broker on 127.0.0.1, with the records that the folder holds.
   *
   * @param controllerPort for the broker alone: it is its own controller
   */
  static Broker start(int port, int controllerPort, Path folder) throws IOException {
    Properties properties = properties(port, controllerPort, folder.resolve("log"));
    if (!Files.exists(folder.resolve("log"))) {
      format(folder, properties);
    }
    KafkaRaftServer kafka = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
    kafka.startup();
    return new Broker(kafka);
  }

  static String address(int port) {
    return "127.0.0.1:" + port;
  }

  private static Properties properties(int port, int controllerPort, Path log) {
    Properties properties = new Properties();
    properties.setProperty("process.roles", "broker,controller");
    properties.setProperty("node.id", "1");
    properties.setProperty("controller.quorum.voters", "1@" + address(controllerPort));
    properties.setProperty("controller.listener.names", "CONTROLLER");
    properties.setProperty(
        "listeners", "PLAINTEXT://" + address(port) + ",CONTROLLER://" + address(controllerPort));
    properties.setProperty("log.dirs", log.toAbsolutePath().toString());
    properties.setProperty("auto.create.topics.enable", "false");
    properties.setProperty("default.replication.factor", "1");
    properties.setProperty("offsets.topic.replication.factor", "1");
    properties.setProperty("offsets.topic.num.partitions", "1");
    properties.setProperty("transaction.state.log.replication.factor", "1");
    properties.setProperty("transaction.state.log.min.isr", "1");
    properties.setProperty("transaction.state.log.num.partitions", "1");
    properties.setProperty("group.initial.rebalance.delay.ms", "0");
    properties.setProperty("group.min.session.timeout.ms", "1000");
    // a single broker need not wait long for itself after a kill
    properties.setProperty("broker.session.timeout.ms", "2000");
    properties.setProperty("broker.heartbeat.interval.ms", "500");
    properties.setProperty("log.cleaner.dedupe.buffer.size", "4194304");
    return properties;
  }

  private static void format(Path folder, Properties properties) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("server.properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    String[] command = {
      "format", "--config", file.toString(), "--cluster-id", Uuid.randomUuid().toString()
    };
    if (StorageTool.execute(command, new PrintStream(told, true, StandardCharsets.UTF_8)) != 0) {
      throw new IOException(
          "cannot format " + folder + ": " + told.toString(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() {
    kafka.shutdown();
    kafka.awaitShutdown();
  }
}
