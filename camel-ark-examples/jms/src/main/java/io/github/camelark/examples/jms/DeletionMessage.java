// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.jms;

import io.github.camelark.examples.deletion.DeletionRequest;
import io.github.camelark.examples.deletion.DeletionRequestReader;
import io.github.camelark.examples.deletion.InvalidRequestException;
import io.github.camelark.examples.deletion.PlainText;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the route reads from a message of the queue, and writes on it before it goes on. */
final class DeletionMessage {

  static final String ATTEMPT = "arkAttempt";
  static final String REQUEST_ID = "arkRequestId";
  static final String REASON = "arkReason";

  private static final int MAX_BYTES = 64 * 1024;
  private static final DeletionRequestReader READER = new DeletionRequestReader();

  private DeletionMessage() {}

  /**
   * Reads text and bytes; any other message is refused without reading its body, which may be a
   * harmful object.
   */
  static DeletionRequest read(Message message) throws JMSException {
    if (message instanceof TextMessage text) {
      String event = text.getText();
      return READER.read(event == null ? "" : event, requestId(message));
    }
    if (message instanceof BytesMessage bytes) {
      return READER.read(bytes(bytes), requestId(message));
    }
    throw new InvalidRequestException("neither a text message nor a bytes message");
  }

  private static byte[] bytes(BytesMessage message) throws JMSException {
    if (message.getBodyLength() > MAX_BYTES) {
      throw new InvalidRequestException("the event has more than 64 KB");
    }
    byte[] event = new byte[(int) message.getBodyLength()];
    message.readBytes(event);
    return event;
  }

  /** The id for an event without one: that of the message at its first attempt. */
  private static String requestId(Message message) throws JMSException {
    if (message.getObjectProperty(REQUEST_ID) instanceof String id) {
      return id;
    }
    // a sender may leave it out
    String id = message.getJMSMessageID();
    return id == null ? "" : id;
  }

  /** Which attempt this is, from 1 on. */
  static int attempt(Message message) throws JMSException {
    return message.getObjectProperty(ATTEMPT) instanceof Integer attempt
            && attempt > 0
            && attempt < Integer.MAX_VALUE
        ? attempt
        : 1;
  }

  /** Prepares a message for its next attempt: same body, same request. */
  static void countAttempt(Message message) throws JMSException {
    String requestId = requestId(message);
    int next = attempt(message) + 1;
    makeWritable(message);
    message.setStringProperty(REQUEST_ID, requestId);
    message.setIntProperty(ATTEMPT, next);
  }

  /**
   * Prepares a message for the dead letters: same body, and why.
   *
   * @param requestIdOfEvent as its receipt names it; null if the event could not be read
   */
  static void addReason(Message message, @Nullable String requestIdOfEvent, @Nullable String reason)
      throws JMSException {
    String requestId = requestIdOfEvent == null ? requestId(message) : requestIdOfEvent;
    makeWritable(message);
    message.setStringProperty(REQUEST_ID, requestId);
    message.setStringProperty(REASON, PlainText.of(reason == null ? "unknown" : reason));
  }

  private static void makeWritable(Message message) throws JMSException {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Object name : Collections.list((java.util.Enumeration<?>) message.getPropertyNames())) {
      String key = (String) name;
      if (!key.startsWith("JMS") && !key.startsWith("_")) {
        properties.put(key, message.getObjectProperty(key));
      }
    }
    message.clearProperties();
    for (Map.Entry<String, Object> property : properties.entrySet()) {
      try {
        message.setObjectProperty(property.getKey(), property.getValue());
      } catch (JMSException | JMSRuntimeException e) {
        // a name that AMQP or STOMP allow, and JMS does not
      }
    }
  }
}
