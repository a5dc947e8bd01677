// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends deletion requests, as other applications do. Thread-safe. */
final class TopicWriter implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;

  TopicWriter(String brokers) {
    Properties properties = new Properties();
    properties.setProperty(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
    producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
  }

  /** Sends an event, keyed by the id of its file, and waits until it is stored. */
  RecordMetadata send(String topic, String id, String event)
      throws ExecutionException, InterruptedException {
    return send(new ProducerRecord<>(topic, id, event.getBytes(StandardCharsets.UTF_8)));
  }

  RecordMetadata send(ProducerRecord<String, byte[]> request)
      throws ExecutionException, InterruptedException {
    return producer.send(request).get();
  }

  /** Sends without waiting; {@link #close} waits for what was sent. */
  void sendSoon(ProducerRecord<String, byte[]> request) {
    producer.send(request);
  }

  @Override
  public void close() {
    producer.close();
  }
}
