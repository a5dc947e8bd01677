// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what comes to a topic, as other applications do. Not thread-safe. */
final class TopicReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<String, byte[]> consumer;

  /** A reader of the records that come from now on. */
  TopicReader(String brokers, String topic) {
    Properties properties = new Properties();
    properties.setProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
    properties.setProperty(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    // the end is looked for when it is asked for
    partitions.forEach(consumer::position);
  }

  /** Reads what has come since the last time. */
  List<ConsumerRecord<String, byte[]>> poll() {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    consumer.poll(POLL).forEach(records::add);
    return records;
  }

  /** Reads until what came is complete, or time is up. */
  List<ConsumerRecord<String, byte[]>> take(
      Predicate<List<ConsumerRecord<String, byte[]>>> complete, Duration patience) {
    List<ConsumerRecord<String, byte[]>> taken = new ArrayList<>();
    long end = System.nanoTime() + patience.toNanos();
    while (!complete.test(taken) && System.nanoTime() < end) {
      taken.addAll(poll());
    }
    return taken;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
