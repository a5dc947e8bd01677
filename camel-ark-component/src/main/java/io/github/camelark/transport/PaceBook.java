// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import io.github.camelark.dialect.ApiOperation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who shares a pace: limits are published per key and operation, so everybody in a Camel context
 * who uses the same key for the same operation at the same address goes by one {@link Pace}. Holds
 * only those who have not left. Thread-safe.
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
      return address.equals(other.address) && Objects.equals(identity, other.identity);
    }

    @Override
    public String toString() {
      return operation + " at " + address;
    }
  }

  private final Map<Key, Shared> shared = new HashMap<>();
  private final Set<Key> warned = new HashSet<>();

  /**
   * Joins those who share a pace. The lowest rate that anyone asks for explicitly holds; without
   * one it is the default. 0 asks for no limit.
   *
   * @param member who joins, to be given again at {@link #leave}
   * @param name of the member, for the warning about different rates
   */
  public synchronized Pace join(
      Key key, Object member, String name, @Nullable Double asked, double byDefault) {
    Shared entry = shared.computeIfAbsent(key, k -> new Shared(byDefault));
    warnIfDifferent(key, entry, name, asked);
    entry.members.put(member, new Member(name, asked));
    entry.settle();
    return entry.pace;
  }

  /** Leaves those who share a pace; does nothing for one who has not joined. */
  public synchronized void leave(Key key, Object member) {
    Shared entry = shared.get(key);
    if (entry != null && entry.members.remove(member) != null) {
      if (entry.members.isEmpty()) {
        shared.remove(key);
        forgetWarning(key);
      } else {
        entry.settle();
      }
    }
  }

  /** Once for all operations: who shares one of them usually shares them all. */
  private void warnIfDifferent(Key key, Shared entry, String name, @Nullable Double asked) {
    for (Member other : entry.members.values()) {
      if (asked != null
          && other.asked != null
          && !asked.equals(other.asked)
          && warned.stream().noneMatch(key::isOfSameOwner)) {
        warned.add(key);
        LOG.warn(
            "requestsPerSecond differs at {}: {} asks for {}, {} for {}. They share an API key, so"
                + " the lowest holds for all.",
            key.address(),
            other.name,
            other.asked,
            name,
            asked);
      }
    }
  }

  private void forgetWarning(Key key) {
    if (shared.keySet().stream().noneMatch(key::isOfSameOwner)) {
      warned.removeIf(key::isOfSameOwner);
    }
  }

  private record Member(String name, @Nullable Double asked) {}

  private static final class Shared {

    private final double byDefault;
    private final Pace pace;
    private final Map<Object, Member> members = new LinkedHashMap<>();

    Shared(double byDefault) {
      this.byDefault = byDefault;
      this.pace = new Pace(byDefault);
    }

    void settle() {
      double lowest =
          members.values().stream()
              .map(Member::asked)
              .filter(Objects::nonNull)
              .mapToDouble(rate -> rate == 0 ? Double.POSITIVE_INFINITY : rate)
              .min()
              .orElse(byDefault);
      pace.change(Double.isInfinite(lowest) ? 0 : lowest);
    }
  }
}
