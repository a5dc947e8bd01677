// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files of one account, oldest first. Thread-safe. */
final class FileStore {

  private final Clock clock;
  private final @Nullable Duration retention;

  private final NavigableMap<Position, StoredFile> files = new TreeMap<>();
  // Deleted files keep their position: a lenient cursor goes on from it.
  private final Map<String, Position> positions = new HashMap<>();
  private long sequence;
  private long lastNumber;

  FileStore(Clock clock, @Nullable Duration retention) {
    this.clock = clock;
    this.retention = retention;
  }

  /** Files of one second are told apart by the order in which they were added. */
  private record Position(long second, long sequence) implements Comparable<Position> {

    private static final Comparator<Position> ORDER =
        Comparator.comparingLong(Position::second).thenComparingLong(Position::sequence);

    @Override
    public int compareTo(Position other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * A file as it is kept.
   *
   * @param upload null if a test stored it
   * @param content null if there is none, or only its beginning was kept
   */
  private record StoredFile(
      SimulatedFile file,
      Instant processedAt,
      @Nullable SimulatedUpload upload,
      byte @Nullable [] content) {

    SimulatedFile at(Instant now) {
      return file.processed(!now.isBefore(processedAt));
    }
  }

  Instant now() {
    return clock.instant();
  }

  synchronized SimulatedFile add(SimulatedFile file, Duration processingTime) {
    return add(file, processingTime, null, null);
  }

  /** Adds a file that can be downloaded. */
  synchronized SimulatedFile add(SimulatedFile file, Duration processingTime, byte[] content) {
    return add(file, processingTime, null, content.clone());
  }

  private SimulatedFile add(
      SimulatedFile file,
      Duration processingTime,
      @Nullable SimulatedUpload upload,
      byte @Nullable [] content) {
    Instant now = clock.instant();
    SimulatedFile stored = file.stored(this::nextId, now, retention);
    if (find(stored.id()) != null) {
      throw new IllegalArgumentException("there is a file with the id " + stored.id());
    }
    forget(stored.id());
    Position position = new Position(stored.createdAt().getEpochSecond(), sequence++);
    StoredFile added = new StoredFile(stored, now.plus(processingTime), upload, content);
    files.put(position, added);
    positions.put(stored.id(), position);
    return added.at(now);
  }

  /** Adds the file unless the space runs out with it; then returns null. */
  synchronized @Nullable SimulatedFile addWithin(
      long quotaBytes, SimulatedFile file, Duration processingTime, SimulatedUpload upload) {
    long used = all().stream().mapToLong(SimulatedFile::bytes).sum();
    byte[] beginning = upload.beginning();
    byte[] content = beginning.length == upload.bytes() ? beginning : null;
    return file.bytes() > quotaBytes - used ? null : add(file, processingTime, upload, content);
  }

  /** Returns what brought a file; null if no upload did, or there is no such file. */
  synchronized @Nullable SimulatedUpload upload(String id) {
    StoredFile stored = stored(id);
    return stored == null ? null : stored.upload();
  }

  synchronized byte @Nullable [] content(String id) {
    StoredFile stored = stored(id);
    return stored == null ? null : stored.content();
  }

  private @Nullable StoredFile stored(String id) {
    Position position = positions.get(id);
    return position == null ? null : files.get(position);
  }

  /** Adds files that were created one second apart, the last one a second ago. */
  synchronized List<SimulatedFile> addMany(int count, Duration processingTime) {
    Instant now = clock.instant();
    List<SimulatedFile> added = new ArrayList<>(count);
    for (int age = count; age > 0; age--) {
      added.add(add(nextFile().withCreatedAt(now.minusSeconds(age)), processingTime));
    }
    return List.copyOf(added);
  }

  synchronized SimulatedFile addNext(Duration processingTime) {
    return add(nextFile(), processingTime);
  }

  synchronized @Nullable SimulatedFile find(String id) {
    Instant now = clock.instant();
    StoredFile stored = stored(id);
    return stored == null || stored.file().isExpired(now) ? null : stored.at(now);
  }

  /** Returns whether there was such a file. */
  synchronized boolean remove(String id) {
    boolean found = find(id) != null;
    forget(id);
    return found;
  }

  /** Returns whether there is such a file. */
  synchronized boolean setStatus(String id, String status) {
    SimulatedFile file = find(id);
    StoredFile stored = stored(id);
    Position position = positions.get(id);
    if (file == null || stored == null || position == null) {
      return false;
    }
    files.put(
        position,
        new StoredFile(
            file.withStatus(status), clock.instant(), stored.upload(), stored.content()));
    return true;
  }

  /** Returns whether there is such a file. */
  synchronized boolean setCreatedAt(String id, Instant createdAt) {
    StoredFile stored = find(id) == null ? null : stored(id);
    if (stored == null) {
      return false;
    }
    forget(id);
    Position position = new Position(createdAt.getEpochSecond(), sequence++);
    files.put(
        position,
        new StoredFile(
            stored.file().withCreatedAt(createdAt),
            stored.processedAt(),
            stored.upload(),
            stored.content()));
    positions.put(id, position);
    return true;
  }

  synchronized List<SimulatedFile> all() {
    return page(files, null, Integer.MAX_VALUE).files();
  }

  /** Returns null if the query's cursor names no file it may name. */
  synchronized @Nullable FilePage list(FileQuery query) {
    NavigableMap<Position, StoredFile> wanted = query.ascending() ? files : files.descendingMap();
    String after = query.after();
    if (after != null) {
      Position cursor = positions.get(after);
      if (cursor == null || (query.strict() && find(after) == null)) {
        return null;
      }
      wanted = wanted.tailMap(cursor, false);
    }
    return page(wanted, query.purpose(), query.limit());
  }

  private FilePage page(
      NavigableMap<Position, StoredFile> wanted, @Nullable String purpose, int limit) {
    Instant now = clock.instant();
    List<SimulatedFile> page = new ArrayList<>();
    for (StoredFile stored : wanted.values()) {
      SimulatedFile file = stored.file();
      if (!file.isExpired(now) && (purpose == null || purpose.equals(file.purpose()))) {
        if (page.size() == limit) {
          return new FilePage(page, true);
        }
        page.add(stored.at(now));
      }
    }
    return new FilePage(page, false);
  }

  private void forget(String id) {
    Position position = positions.get(id);
    if (position != null) {
      files.remove(position);
    }
  }

  private SimulatedFile nextFile() {
    String id = nextId();
    return SimulatedFile.named(id + ".pdf").withId(id);
  }

  private String nextId() {
    String id;
    do {
      id = String.format("file-%04d", ++lastNumber);
    } while (positions.containsKey(id));
    return id;
  }
}
