// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.kafka;

import io.github.camelark.examples.deletion.DeletionRequest;
import io.github.camelark.examples.deletion.DeletionRequestReader;
import io.github.camelark.examples.deletion.InvalidRequestException;
import io.github.camelark.examples.deletion.PlainText;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A record that asks for a deletion, as it came from a topic. Immutable. */
final class DeletionRecord {

  static final String ATTEMPT = "arkAttempt";
  static final String REQUEST_ID = "arkRequestId";
  static final String DUE_AT = "arkDueAt";
  static final String REASON = "arkReason";

  private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,8}");
  private static final Pattern POSITION = Pattern.compile("-[0-9]+-[0-9]+");
  private static final Pattern MILLIS = Pattern.compile("[0-9]{1,15}");
  private static final int MAX_LENGTH = 512;

  /** The longest key and event that go on: the broker takes no record that is much longer. */
  private static final int MAX_KEY_BYTES = 1024;

  private static final int MAX_EVENT_BYTES = 64 * 1024;
  private static final DeletionRequestReader READER = new DeletionRequestReader();

  private final byte @Nullable [] key;
  private final byte @Nullable [] event;
  private final String topic;
  private final String requestId;
  private final int attempt;
  private final long dueAt;

  private DeletionRecord(Message message, String requestId, int attempt, long dueAt) {
    this.key = message.getHeader(KafkaConstants.KEY, byte[].class);
    this.event = message.getBody(byte[].class);
    this.topic = message.getHeader(KafkaConstants.TOPIC, String.class);
    this.requestId = requestId;
    this.attempt = attempt;
    this.dueAt = dueAt;
  }

  private DeletionRecord(DeletionRecord other, String requestId) {
    this.key = other.key;
    this.event = other.event;
    this.topic = other.topic;
    this.requestId = requestId;
    this.attempt = other.attempt;
    this.dueAt = other.dueAt;
  }

  /**
   * A record of the topic that others write to. Its headers are ignored: they could skip attempts
   * or take another's request id.
   */
  static DeletionRecord first(Message message) {
    return new DeletionRecord(message, position(message), 1, 0);
  }

  /** A record of a retry topic: only workers write there. Invalid values are ignored. */
  static DeletionRecord again(Message message) {
    String requestId = text(message, REQUEST_ID);
    String attempt = text(message, ATTEMPT);
    String dueAt = text(message, DUE_AT);
    return new DeletionRecord(
        message,
        requestId == null ? position(message) : requestId,
        attempt != null && COUNT.matcher(attempt).matches() ? Integer.parseInt(attempt) : 1,
        dueAt != null && MILLIS.matcher(dueAt).matches() ? Long.parseLong(dueAt) : 0);
  }

  /**
   * Reads the event.
   *
   * @throws InvalidRequestException if it is none
   */
  DeletionRequest read() {
    if (event == null) {
      throw new InvalidRequestException("the record has no value");
    }
    if (key != null && key.length > MAX_KEY_BYTES) {
      throw new InvalidRequestException("the key has more than 1 KB: " + key.length);
    }
    DeletionRequest request = READER.read(event, requestId);
    if (!request.requestId().equals(requestId) && isPosition(request.requestId())) {
      throw new InvalidRequestException(
          "the request id has the form of those that are given to requests without one: "
              + request.requestId());
    }
    return request;
  }

  /** The same record, by the id of its request. */
  DeletionRecord withRequestId(String id) {
    return new DeletionRecord(this, id);
  }

  /** Which attempt this is, from 1 on. */
  int attempt() {
    return attempt;
  }

  /** How long it has to wait, at most this long whatever its header says. */
  long millisToWait(long now, long longest) {
    return Math.max(0, Math.min(dueAt - now, longest));
  }

  /** Turns a message into its next attempt: same key, same event, same request. */
  void writeRetry(Message message, long nextDueAt) {
    write(message);
    setHeader(message, ATTEMPT, String.valueOf(attempt + 1));
    setHeader(message, DUE_AT, String.valueOf(nextDueAt));
  }

  /** Turns a message into its dead letter: key and event unless they are too long, and why. */
  void writeDeadLetter(Message message, @Nullable String reason) {
    write(message);
    setHeader(message, REASON, PlainText.of(reason == null ? "unknown" : reason));
  }

  private void write(Message message) {
    message.removeHeaders("*");
    message.setBody(event == null || event.length > MAX_EVENT_BYTES ? null : event);
    if (key != null && key.length <= MAX_KEY_BYTES) {
      message.setHeader(KafkaConstants.KEY, key);
    }
    setHeader(message, REQUEST_ID, requestId);
  }

  /** As bytes: Camel would write a text in the charset of the machine. */
  private static void setHeader(Message message, String name, String value) {
    message.setHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private boolean isPosition(String id) {
    return id.startsWith(topic + "-") && POSITION.matcher(id.substring(topic.length())).matches();
  }

  /** The id for an event without one: the place of the record at its first attempt. */
  private static String position(Message message) {
    return message.getHeader(KafkaConstants.TOPIC, String.class)
        + "-"
        + message.getHeader(KafkaConstants.PARTITION, String.class)
        + "-"
        + message.getHeader(KafkaConstants.OFFSET, String.class);
  }

  private static @Nullable String text(Message message, String name) {
    Header header = message.getHeader(KafkaConstants.HEADERS, Headers.class).lastHeader(name);
    return header == null || header.value() == null || header.value().length > MAX_LENGTH
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
