// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.component.kafka.KafkaConfiguration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The topics of the pipeline.
 *
 * @param deletions where requests come from
 * @param dead what cannot be executed
 * @param receipts how requests ended
 * @param delays how long requests wait before their next attempts, in milliseconds; a retry topic
 *     for each
 */
record Topics(String deletions, String dead, String receipts, List<Long> delays) {

  private static final int PARTITIONS = 12;

  /** The topics that the properties name. */
  static Topics of(CamelContext context) {
    String delays = context.resolvePropertyPlaceholders("{{retry.delays}}");
    return new Topics(
        context.resolvePropertyPlaceholders("{{topics.deletions}}"),
        context.resolvePropertyPlaceholders("{{topics.dead}}"),
        context.resolvePropertyPlaceholders("{{topics.receipts}}"),
        Stream.of(delays.split(",")).map(String::trim).map(Long::valueOf).toList());
  }

  /** The retry topic of a delay; 1 is the first. */
  String retry(int number) {
    return deletions + ".retry-" + number;
  }

  /** Which delay follows an attempt; the last one holds on. */
  int retryAfter(int attempt) {
    return Math.min(attempt, delays.size());
  }

  /** Creates missing topics, with the broker's own replication. */
  void createMissing(CamelContext context) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(settings(context))) {
      Set<String> there = admin.listTopics().names().get();
      List<NewTopic> missing =
          all().stream().filter(name -> !there.contains(name)).map(this::topic).toList();
      for (KafkaFuture<Void> made : admin.createTopics(missing).values().values()) {
        await(made);
      }
    }
  }

  private static void await(KafkaFuture<Void> made)
      throws ExecutionException, InterruptedException {
    try {
      made.get();
    } catch (ExecutionException e) {
      // else another worker was faster
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private List<String> all() {
    List<String> names = new ArrayList<>(List.of(deletions, dead, receipts));
    LongStream.rangeClosed(1, delays.size()).forEach(number -> names.add(retry((int) number)));
    return names;
  }

  private NewTopic topic(String name) {
    NewTopic topic = new NewTopic(name, Optional.of(PARTITIONS), Optional.empty());
    if (name.equals(dead)) {
      // dead letters must be kept until they are examined, however long it takes
      return topic.configs(Map.of("retention.ms", "-1"));
    }
    if (name.equals(deletions)) {
      // no event is longer; uncompressed, so the broker checks the true size
      return topic.configs(
          Map.of("max.message.bytes", "131072", "compression.type", "uncompressed"));
    }
    return topic;
  }

  /** Brokers and security, as they are set on the component. */
  private static Properties settings(CamelContext context) {
    KafkaConfiguration kafka =
        context.getComponent("kafka", KafkaComponent.class).getConfiguration();
    Properties settings = kafka.createProducerProperties();
    settings.keySet().retainAll(AdminClientConfig.configNames());
    settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.getBrokers());
    return settings;
  }
}
