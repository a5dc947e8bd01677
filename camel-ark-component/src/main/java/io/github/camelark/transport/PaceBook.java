// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import io.github.camelark.api.ApiOperation;
import io.github.camelark.time.Time;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The paces of a Camel context: limits are published per key and operation, so all endpoints with
 * the same key, operation and address share one {@link Pace}. It outlives them, so that one that
 * comes a moment later keeps the distance to them. Thread-safe.
 */
public final class PaceBook {

  private static final Logger LOG = LoggerFactory.getLogger(PaceBook.class);

  /**
   * What a pace is shared by.
   *
   * @param address base URL
   * @param identity whose limit it is: tells keys apart, and is never printed
   */
  public record Key(String address, Object identity, ApiOperation operation) {

    private boolean isOfSameOwner(Key other) {
      return address.equals(other.address) && identity.equals(other.identity);
    }

    @Override
    public String toString() {
      return operation + " at " + address;
    }
  }

  /** With more than these the paces without effect are dropped. */
  private static final int MOST_KEPT = 1_000;

  private final Time time;
  private final Map<Key, Pace> paces = new HashMap<>();
  private final Set<Key> warned = new HashSet<>();
  private int kept = MOST_KEPT;

  public PaceBook(Time time) {
    this.time = time;
  }

  /**
   * Joins those that share a pace. The lowest rate that a member asks for holds; without one it is
   * the default. 0 asks for no limit.
   *
   * @param member joins until it {@linkplain #leave leaves}; a warning about different rates prints
   *     it
   */
  public synchronized Pace join(Key key, Object member, @Nullable Double asked, double byDefault) {
    Pace pace = paces.get(key);
    if (pace == null) {
      forgetThoseWithoutEffect();
      pace = new Pace(byDefault);
      paces.put(key, pace);
    }
    warnIfDifferent(key, pace, member, asked);
    pace.join(member, asked);
    return pace;
  }

  /** Leaves all paces that it has joined. */
  public synchronized void leave(Object member) {
    paces.values().forEach(pace -> pace.leave(member));
  }

  private void forgetThoseWithoutEffect() {
    if (paces.size() < kept) {
      return;
    }
    long now = time.nanos();
    paces.values().removeIf(pace -> pace.isWithoutEffect(now));
    warned.removeIf(key -> paces.keySet().stream().noneMatch(key::isOfSameOwner));
    kept = Math.max(MOST_KEPT, 2 * paces.size());
  }

  /** How many paces there are. */
  synchronized int size() {
    return paces.size();
  }

  /** Once for all operations: those that share one of them usually share them all. */
  private void warnIfDifferent(Key key, Pace pace, Object member, @Nullable Double asked) {
    if (asked == null || warned.stream().anyMatch(key::isOfSameOwner)) {
      return;
    }
    for (Map.Entry<Object, @Nullable Double> other : pace.members().entrySet()) {
      if (other.getValue() != null && !asked.equals(other.getValue())) {
        warned.add(key);
        LOG.warn(
            "requestsPerSecond differs at {}: {} asks for {}, {} for {}. They share an API key, so"
                + " the lowest holds for all.",
            key.address(),
            other.getKey(),
            other.getValue(),
            member,
            asked);
        return;
      }
    }
  }
}
