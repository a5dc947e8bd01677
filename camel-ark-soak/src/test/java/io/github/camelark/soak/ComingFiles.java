// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.soak;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Files that come and go by themselves, and earlier if they are deleted. Their ids count on from 1.
 * Thread-safe.
 */
final class ComingFiles {

  static final String PURPOSE = "coming";

  private static final String PREFIX = PURPOSE + "-";

  private final Duration interval;
  private final Duration life;
  private final Clock clock;
  private final Instant begun;
  private final SplittableRandom random;
  private final NavigableSet<Integer> deleted = new TreeSet<>();

  /**
   * @param interval how long until the next file comes
   * @param life how long a file is there
   */
  ComingFiles(Duration interval, Duration life, long seed, Clock clock) {
    this.interval = interval;
    this.life = life;
    this.clock = clock;
    this.begun = clock.instant();
    this.random = new SplittableRandom(seed);
  }

  /** Whether a request asks for one of them, or for their list. */
  static boolean areMeantBy(Request request) {
    return request.key().startsWith(PURPOSE);
  }

  static int numberOf(String id) {
    return Integer.parseInt(id, PREFIX.length(), id.length(), 10);
  }

  /** A request has arrived: draws what happens to it, and does the work if there is to be any. */
  synchronized Reply receive(Request request) {
    Fault fault = Fault.draw(random);
    boolean found = request.isList() || isThere(numberOf(request.key()));
    if (request.delete() && found && fault.letsWork(random)) {
      deleted.add(numberOf(request.key()));
    }
    String requestId = Outcome.requestId(request.key(), 0);
    return request.isList() && !fault.takesThePlaceOfTheReply()
        ? list(fault, requestId, request.after(), request.limit())
        : Reply.to(request, requestId, fault, found);
  }

  /** How many have come and gone by themselves. */
  synchronized int gone() {
    return oldest() - 1;
  }

  /** A page, the oldest first; the cursor of a file that is gone is refused. */
  private Reply list(Fault fault, String requestId, @Nullable String after, int limit) {
    deleted.headSet(oldest()).clear();
    if (after != null && !isThere(numberOf(after))) {
      return new Reply(fault, 400, Fault.BAD_REQUEST.body(), requestId);
    }
    List<Integer> page = new ArrayList<>();
    int number = after == null ? oldest() : numberOf(after) + 1;
    for (; number <= newest() && page.size() < limit; number++) {
      if (isThere(number)) {
        page.add(number);
      }
    }
    String end = "],\"has_more\":" + (number <= newest()) + "}";
    return new Reply(
        fault,
        200,
        page.stream().map(this::file).collect(Collectors.joining(",", "{\"data\":[", end)),
        requestId);
  }

  private boolean isThere(int number) {
    return number >= oldest() && number <= newest() && !deleted.contains(number);
  }

  private int newest() {
    return numberAt(clock.instant());
  }

  private int oldest() {
    return Math.max(1, numberAt(clock.instant().minus(life)) + 1);
  }

  private int numberAt(Instant instant) {
    return (int) Duration.between(begun, instant).dividedBy(interval);
  }

  private String file(int number) {
    return "{\"id\":\"%s%d\",\"filename\":\"%d.txt\",\"status\":\"active\",\"created_at\":%d}"
        .formatted(
            PREFIX, number, number, begun.plus(interval.multipliedBy(number)).getEpochSecond());
  }
}
