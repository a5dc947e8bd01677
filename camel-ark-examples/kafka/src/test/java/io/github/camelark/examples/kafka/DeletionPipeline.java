// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.github.camelark.examples.pipeline.Answers;
import io.github.camelark.examples.pipeline.JavaProcess;
import io.github.camelark.examples.pipeline.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Broker, workers, database and service, each where it can be killed. */
final class DeletionPipeline implements AutoCloseable {

  private static final int MOST_WORKERS = 4;
  private static final int CONSUMERS = 2;
  private static final String TOPIC = "ark.deletions";
  private static final String GROUP = TOPIC + ".workers";

  final Surroundings surroundings;
  private final int brokerPort = Surroundings.freePort();
  private final int controllerPort = Surroundings.freePort();
  private final Path brokerFolder;
  private final Map<String, String> settings;
  private final Deque<JavaProcess> workers = new ArrayDeque<>();
  private final Admin admin;
  private JavaProcess broker;

  DeletionPipeline(Path folder, int requestsPerSecond) throws Exception {
    brokerFolder = folder.resolve("broker");
    surroundings = new Surroundings(folder, requestsPerSecond);
    settings = new HashMap<>(surroundings.settings());
    settings.put("kafka.brokers", brokers());
    settings.put("service.requests-per-second", String.valueOf(requestsPerSecond));
    settings.put("workers.max", String.valueOf(MOST_WORKERS));
    settings.put("topics.consumers", String.valueOf(CONSUMERS));
    // who was killed is missed soon
    settings.put("camel.component.kafka.session-timeout-ms", "2000");
    settings.put("camel.component.kafka.heartbeat-interval-ms", "500");
    startBroker();
    admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers()));
  }

  void startBroker() throws IOException {
    broker =
        JavaProcess.start(
            BrokerMain.class,
            Map.of(),
            String.valueOf(brokerPort),
            String.valueOf(controllerPort),
            brokerFolder.toString());
  }

  void killBroker() throws InterruptedException {
    broker.kill();
  }

  void startWorker() throws IOException {
    workers.add(JavaProcess.start(DeletionWorker.class, settings));
  }

  /** Kills the oldest. */
  void killWorker() throws InterruptedException {
    workers.remove().kill();
  }

  /** Waits until each of so many workers has requests to take. */
  void awaitWorkers(int count) {
    await()
        .atMost(Surroundings.HANG)
        .ignoreExceptions()
        .until(
            () ->
                admin.describeConsumerGroups(List.of(GROUP)).all().get().values().stream()
                        .flatMap(group -> group.members().stream())
                        .filter(DeletionPipeline::hasPartitions)
                        .count()
                    == CONSUMERS * count);
  }

  private static boolean hasPartitions(MemberDescription member) {
    return !member.assignment().topicPartitions().isEmpty();
  }

  /** How many records are not committed, those that wait for their next attempt included. */
  private long lag() throws Exception {
    long lag = lag(TOPIC, GROUP);
    for (int number = 1; number <= 3; number++) {
      lag += lag(TOPIC + ".retry-" + number, GROUP + "-retry-" + number);
    }
    return lag;
  }

  private long lag(String topic, String group) throws Exception {
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (int partition = 0; partition < 12; partition++) {
      latest.put(new TopicPartition(topic, partition), OffsetSpec.latest());
    }
    long lag = 0;
    for (var end : admin.listOffsets(latest).all().get().entrySet()) {
      OffsetAndMetadata offset = committed.get(end.getKey());
      lag += end.getValue().offset() - (offset == null ? 0 : offset.offset());
    }
    return lag;
  }

  TopicReader receipts() {
    return new TopicReader(brokers(), "ark.receipts");
  }

  /**
   * Sends a request for each file, and each tenth twice. The id of the request is that of the file.
   */
  void request(List<String> ids) {
    try (TopicWriter writer = new TopicWriter(brokers())) {
      for (int i = 0; i < ids.size(); i++) {
        writer.sendSoon(event(ids.get(i)));
        if (i % 10 == 0) {
          writer.sendSoon(event(ids.get(i)));
        }
      }
    }
  }

  private static ProducerRecord<String, byte[]> event(String id) {
    return new ProducerRecord<>(TOPIC, id, Surroundings.event(id, id).getBytes(UTF_8));
  }

  /** Waits until all records are committed and all receipts are sent, and reads them. */
  Answers awaitAnswers(TopicReader receipts, List<String> requestIds) {
    Answers answers = new Answers();
    await()
        .atMost(Surroundings.HANG)
        .until(
            () -> {
              for (var receipt : receipts.poll()) {
                answers.add(receipt.key(), receipt.value());
              }
              return answers.isToAll(requestIds) && lag() == 0 && surroundings.isQuiet();
            });
    return answers;
  }

  private String brokers() {
    return Broker.address(brokerPort);
  }

  @Override
  public void close() throws Exception {
    admin.close();
    for (JavaProcess worker : workers) {
      worker.close();
    }
    broker.close();
    surroundings.close();
  }
}
