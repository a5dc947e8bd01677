// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.kafka;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelark.ArkComponent;
import io.github.camelark.examples.pipeline.Surroundings;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.camel.component.kafka.DefaultKafkaClientFactory;
import org.apache.camel.main.Main;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application in this JVM. All tests share it and its broker, each with files of its own. */
class DeletionTopicTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final ArkSimulator SIMULATOR = ArkSimulator.start();

  @TempDir static Path folder;
  private static String brokers;
  private static Broker broker;
  private static Main main;

  private final String requestId = "request-" + NUMBER.incrementAndGet();
  private TopicWriter requests;
  private TopicReader receipts;
  private TopicReader dead;

  @BeforeAll
  static void startApplication() throws Exception {
    int port = Surroundings.freePort();
    brokers = Broker.address(port);
    broker = Broker.start(port, Surroundings.freePort(), folder);
    main = application("ark.deletions");
    main.start();
  }

  @AfterAll
  static void stopApplication() {
    main.stop();
    broker.close();
    SIMULATOR.close();
  }

  private static Main application(String topic) {
    Main application = DeletionWorker.application();
    application.addOverrideProperty("kafka.brokers", brokers);
    application.addOverrideProperty("topics.deletions", topic);
    application.addOverrideProperty("topics.consumers", "1");
    application.addOverrideProperty("database.url", "jdbc:h2:mem:" + topic);
    application.addOverrideProperty("retry.delays", "20,40");
    application.addOverrideProperty("receipts.delay", "20");
    application.addOverrideProperty("service.requests-per-second", "4000");
    application.addOverrideProperty("camel.component.ark.base-url", SIMULATOR.baseUrl(ARK));
    application.addOverrideProperty("camel.component.ark.api-key", SIMULATOR.apiKey(ARK));
    application.addOverrideProperty("camel.component.ark.max-retries", "0");
    return application;
  }

  @BeforeEach
  void open() {
    requests = new TopicWriter(brokers);
    receipts = new TopicReader(brokers, "ark.receipts");
    dead = new TopicReader(brokers, "ark.deletions.dead");
  }

  @AfterEach
  void close() {
    requests.close();
    receipts.close();
    dead.close();
  }

  @Test
  void answersAnEvent() throws Exception {
    String id = addFile("report-1.pdf");

    send(id, Surroundings.event(id, requestId));

    ConsumerRecord<String, byte[]> receipt = receipt();
    assertThat(receipt.key()).isEqualTo(requestId);
    assertThat(header(receipt, "arkRequestId")).isEqualTo(requestId);
    assertThat(text(receipt)).contains("\"outcome\":\"DELETED\"", "\"id\":\"" + id + "\"");
    assertThat(SIMULATOR.hasFile(ARK, id)).isFalse();
  }

  @Test
  void refusesWhatThePolicyDoesNotAllow() throws Exception {
    String id = addFile("contract.pdf");

    send(id, Surroundings.event(id, requestId));

    assertThat(text(receipt())).contains("\"outcome\":\"REFUSED\"", "contract.pdf");
    assertThat(SIMULATOR.hasFile(ARK, id)).isTrue();
  }

  @Test
  void answersADuplicateAgain() throws Exception {
    String id = addFile("report-1.pdf");
    send(id, Surroundings.event(id, requestId));
    String first = text(receipt());

    send(id, Surroundings.event(id, requestId));

    assertThat(text(receipt())).isEqualTo(first);
  }

  @Test
  void sendsAnInvalidEventToTheDeadTopic() throws Exception {
    String event = "{\"type\": \"file.delete\", \"force\": true}";

    send(requestId, event);

    ConsumerRecord<String, byte[]> letter = deadLetter(requestId);
    assertThat(header(letter, "arkReason")).contains("unknown field: force");
    assertThat(text(letter)).isEqualTo(event);
  }

  @Test
  void sendsARecordWithoutValueToTheDeadTopic() throws Exception {
    requests.send(new ProducerRecord<>("ark.deletions", requestId, null));

    assertThat(header(deadLetter(requestId), "arkReason")).isEqualTo("the record has no value");
  }

  @Test
  void sendsATooLargeEventToTheDeadTopic() throws Exception {
    send(requestId, " ".repeat(64 * 1024 + 1));

    assertThat(header(deadLetter(requestId), "arkReason")).contains("more than 64 KB");
  }

  @Test
  void retriesUntilTheServiceAnswers() throws Exception {
    String id = addFile("report-1.pdf");
    SIMULATOR.failNext(3, call -> call.path().endsWith(id), SimulatedFault.status(503));

    RecordMetadata sent = send(id, withoutRequestId(id));

    // topic, partition and offset of the first attempt
    String name = position(sent);
    assertThat(text(receipt(name)))
        .contains("\"attempts\":4", "\"requestId\":\"" + name + "\"", "DELETED");
  }

  @Test
  void sendsACopyOfWhatFailedToTheDeadTopic() throws Exception {
    String id = addFile("report-1.pdf");
    SIMULATOR.failNext(
        1, call -> call.path().endsWith(id), SimulatedFault.status(400, "InvalidParameter"));

    send(id, Surroundings.event(id, requestId));

    assertThat(text(receipt())).contains("\"outcome\":\"FAILED\"", "\"detail\":\"");
    ConsumerRecord<String, byte[]> letter = deadLetter(id);
    assertThat(header(letter, "arkReason")).contains("files retrieve");
    assertThat(header(letter, "arkRequestId")).isEqualTo(requestId);
  }

  @Test
  void leavesOutAKeyThatIsTooLong() throws Exception {
    String id = addFile("report-1.pdf");

    RecordMetadata sent = send("k".repeat(1025), Surroundings.event(id, requestId));

    ConsumerRecord<String, byte[]> letter =
        deadLetter(record -> header(record, "arkRequestId").equals(position(sent)));
    assertThat(letter.key()).isNull();
    assertThat(header(letter, "arkReason")).contains("the key has more than 1 KB");
    assertThat(SIMULATOR.hasFile(ARK, id)).isTrue();
  }

  @Test
  void refusesARequestIdThatBelongsToARecordWithoutOne() throws Exception {
    String id = addFile("report-1.pdf");

    send(id, Surroundings.event(id, "ark.deletions-0-7"));

    assertThat(header(deadLetter(id), "arkReason")).contains("the request id has the form");
    assertThat(SIMULATOR.hasFile(ARK, id)).isTrue();
  }

  @Test
  void takesItsShareOfTheLimit() {
    ArkComponent ark = main.getCamelContext().getComponent("ark", ArkComponent.class);

    assertThat(ark.getConfiguration().getRequestsPerSecond()).isEqualTo(4000.0 / 4);
  }

  @Test
  void ignoresAbortedTransactions() throws Exception {
    String id = addFile("report-1.pdf");
    sendAndTakeBack(record("ark.deletions", id, Surroundings.event(id, requestId)));

    // the same partition: what comes after it was looked at later
    send(id, "after it");

    assertThat(header(deadLetter(id), "arkReason")).contains("not JSON");
    assertThat(SIMULATOR.hasFile(ARK, id)).isTrue();
  }

  @Test
  void takesNoOrdersFromHeaders() throws Exception {
    String id = addFile("report-1.pdf");
    var event = record("ark.deletions", id, withoutRequestId(id));
    event.headers().add("arkAttempt", "7".getBytes(UTF_8));
    event.headers().add("arkRequestId", "of somebody else".getBytes(UTF_8));
    event.headers().add("kafka.TOPIC", "another".getBytes(UTF_8));
    event.headers().add("CamelArkFileId", addFile("report-2.pdf").getBytes(UTF_8));

    RecordMetadata sent = requests.send(event);

    assertThat(text(receipt(position(sent))))
        .contains("DELETED", "\"attempts\":1", "\"id\":\"" + id + "\"");
  }

  @Test
  void waitsNoLongerThanTheTopicsDelayWhateverTheHeaderSays() throws Exception {
    String id = addFile("report-1.pdf");
    var event = record("ark.deletions.retry-1", id, Surroundings.event(id, requestId));
    event.headers().add("arkAttempt", "-1".getBytes(UTF_8));
    event.headers().add("arkDueAt", "999999999999999".getBytes(UTF_8));

    requests.send(event);

    assertThat(text(receipt())).contains("DELETED", "\"attempts\":1");
  }

  @Test
  void retakesARequestThatCannotBeSentToItsRetryTopic() throws Exception {
    Main other = application("without.retry");
    other.addOverrideProperty("camel.component.kafka.max-block-ms", "500");
    try {
      other.start();
      deleteTopic("without.retry.retry-1");
      String id = addFile("report-1.pdf");
      SIMULATOR.failNext(1, call -> call.path().endsWith(id), SimulatedFault.status(503));

      requests.send("without.retry", id, Surroundings.event(id, requestId));

      assertThat(text(receipt())).contains("DELETED", "\"attempts\":1");
    } finally {
      other.stop();
    }
  }

  @Test
  void retakesARequestThatCannotBeSentToTheDeadTopic() throws Exception {
    Main other = application("without.dead");
    other.addOverrideProperty("camel.component.kafka.max-block-ms", "500");
    try {
      other.start();
      deleteTopic("without.dead.dead");
      String id = addFile("report-1.pdf");
      SIMULATOR.failNext(
          1, call -> call.path().endsWith(id), SimulatedFault.status(400, "InvalidParameter"));

      requests.send("without.dead", id, Surroundings.event(id, requestId));

      // it was stored as failed; each time that the record comes again the receipt is sent again
      assertThat(receipts.take(all -> all.size() >= 2, PATIENCE))
          .hasSizeGreaterThanOrEqualTo(2)
          .allSatisfy(receipt -> assertThat(text(receipt)).contains("FAILED"));
    } finally {
      other.stop();
    }
  }

  @Test
  void skipsNoRecordWhenAPollFails() throws Exception {
    Main other = application("failing.polls");
    FailingPolls polls = new FailingPolls();
    other.bind("failingPolls", polls);
    other.addOverrideProperty("camel.component.kafka.kafka-client-factory", "#bean:failingPolls");
    other.addOverrideProperty("topics.poll-records", "1");
    try {
      other.start();
      for (int i = 0; i < 3; i++) {
        String id = addFile("report-1.pdf");
        // the same key, so that they are in one partition
        requests.sendSoon(
            record("failing.polls", "key", Surroundings.event(id, requestId + "-" + i)));
      }

      Set<String> answered = Set.of(requestId + "-0", requestId + "-1", requestId + "-2");
      assertThat(receipts.take(all -> keys(all).containsAll(answered), PATIENCE))
          .extracting(ConsumerRecord::key)
          .containsAll(answered);
      assertThat(polls.failed).isTrue();
    } finally {
      other.stop();
    }
  }

  /** The first poll that brings records of the topic fails after it has taken them. */
  private static final class FailingPolls extends DefaultKafkaClientFactory {

    private final AtomicBoolean failed = new AtomicBoolean();

    @Override
    public Consumer<byte[], byte[]> getConsumer(Properties properties) {
      return new KafkaConsumer<>(properties) {
        @Override
        public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
          ConsumerRecords<byte[], byte[]> records = super.poll(timeout);
          if (!records.isEmpty() && failed.compareAndSet(false, true)) {
            throw new KafkaException("a poll fails");
          }
          return records;
        }
      };
    }
  }

  private static Set<String> keys(Collection<ConsumerRecord<String, byte[]>> records) {
    return records.stream().map(ConsumerRecord::key).collect(Collectors.toSet());
  }

  private static void sendAndTakeBack(ProducerRecord<String, byte[]> request) throws Exception {
    Properties properties = new Properties();
    properties.setProperty(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
    properties.setProperty(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "takes-back");
    try (var producer =
        new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(request).get();
      producer.abortTransaction();
    }
  }

  private static void deleteTopic(String name) throws Exception {
    try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers))) {
      admin.deleteTopics(List.of(name)).all().get();
      // until then the broker takes records that go with the topic
      await().until(() -> !admin.listTopics().names().get().contains(name));
    }
  }

  private RecordMetadata send(String key, String event) throws Exception {
    return requests.send("ark.deletions", key, event);
  }

  private static ProducerRecord<String, byte[]> record(String topic, String key, String event) {
    return new ProducerRecord<>(topic, key, event.getBytes(UTF_8));
  }

  private static String addFile(String name) {
    return SIMULATOR.addFile(ARK, SimulatedFile.named(name)).id();
  }

  private static String withoutRequestId(String id) {
    return Surroundings.event(id, "x").replace(",\n \"requestId\": \"x\"", "");
  }

  private ConsumerRecord<String, byte[]> receipt() {
    return receipt(requestId);
  }

  private ConsumerRecord<String, byte[]> receipt(String key) {
    return take(receipts, key);
  }

  private ConsumerRecord<String, byte[]> deadLetter(String key) {
    return take(dead, key);
  }

  private ConsumerRecord<String, byte[]> deadLetter(
      Predicate<ConsumerRecord<String, byte[]>> wanted) {
    return take(dead, wanted);
  }

  private static ConsumerRecord<String, byte[]> take(TopicReader reader, String key) {
    return take(reader, record -> key.equals(record.key()));
  }

  private static ConsumerRecord<String, byte[]> take(
      TopicReader reader, Predicate<ConsumerRecord<String, byte[]>> wanted) {
    var taken = reader.take(all -> all.stream().anyMatch(wanted), PATIENCE);
    return taken.stream()
        .filter(wanted)
        .findFirst()
        .orElseThrow(() -> new AssertionError("it did not come, but " + taken));
  }

  private static String position(RecordMetadata sent) {
    return sent.topic() + "-" + sent.partition() + "-" + sent.offset();
  }

  private static String text(ConsumerRecord<String, byte[]> record) {
    return new String(record.value(), UTF_8);
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
