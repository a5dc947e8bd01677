// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The model responses of one account, and the answers that the next ones get. Thread-safe. */
final class ResponseStore {

  private static final SimulatedResponse USUAL = SimulatedResponse.of("A simulated answer.");

  private final Clock clock;
  private final Map<String, StoredResponse> responses = new HashMap<>();
  private final Queue<SimulatedResponse> next = new ArrayDeque<>();
  private long lastNumber;

  ResponseStore(Clock clock) {
    this.clock = clock;
  }

  synchronized void answerNext(SimulatedResponse response) {
    next.add(response);
  }

  /**
   * Stores the next response, if it is to be stored.
   *
   * @param lag how long it is not found after it was created
   * @param responseTime how long a model takes for it; zero unless it answers in the background
   */
  synchronized StoredResponse create(ResponseRequest request, Duration lag, Duration responseTime) {
    SimulatedResponse answer = next.isEmpty() ? USUAL : next.remove();
    Instant now = clock.instant();
    StoredResponse created =
        new StoredResponse(
            String.format("resp_%04d", ++lastNumber),
            request,
            answer,
            now,
            now.plus(lag),
            now.plus(responseTime));
    if (request.store()) {
      responses.put(created.id(), created);
    }
    return created;
  }

  synchronized @Nullable StoredResponse find(String id) {
    StoredResponse response = responses.get(id);
    return response == null || clock.instant().isBefore(response.visibleAt()) ? null : response;
  }

  /** Returns whether there was such a response. */
  synchronized boolean remove(String id) {
    return find(id) != null && responses.remove(id) != null;
  }

  boolean isInProgress(StoredResponse response) {
    return clock.instant().isBefore(response.doneAt());
  }
}
