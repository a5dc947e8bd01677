// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How the simulator behaves; see {@link ArkSimulator.Builder} for each. Immutable. */
final class Settings implements Cloneable {

  private static final long TWENTY_GIGABYTES = 20L * 1024 * 1024 * 1024;

  static final Settings DEFAULT = new Settings();

  private int port;
  private Clock clock = Clock.systemUTC();
  private boolean strictCursors = true;
  private int requestsPerSecond;
  private @Nullable Duration retryAfter;
  private long storageQuotaBytes = TWENTY_GIGABYTES;
  private Duration processingTime = Duration.ZERO;
  private Duration responseTime = Duration.ZERO;
  private Duration storageLag = Duration.ZERO;
  private @Nullable UnknownRoute unknownRoutes;
  private Set<String> ignoredParameters = Set.of();
  private Compression compression = Compression.NEVER;

  private Settings() {}

  int port() {
    return port;
  }

  Clock clock() {
    return clock;
  }

  boolean strictCursors() {
    return strictCursors;
  }

  int requestsPerSecond() {
    return requestsPerSecond;
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }

  long storageQuotaBytes() {
    return storageQuotaBytes;
  }

  Duration processingTime() {
    return processingTime;
  }

  Duration responseTime() {
    return responseTime;
  }

  Duration storageLag() {
    return storageLag;
  }

  @Nullable UnknownRoute unknownRoutes() {
    return unknownRoutes;
  }

  Set<String> ignoredParameters() {
    return ignoredParameters;
  }

  Compression compression() {
    return compression;
  }

  Settings withPort(int newPort) {
    return with(settings -> settings.port = newPort);
  }

  Settings withClock(Clock newClock) {
    return with(settings -> settings.clock = newClock);
  }

  Settings withStrictCursors(boolean strict) {
    return with(settings -> settings.strictCursors = strict);
  }

  Settings withRequestsPerSecond(int requests) {
    if (requests < 0) {
      throw new IllegalArgumentException("requestsPerSecond < 0: " + requests);
    }
    return with(settings -> settings.requestsPerSecond = requests);
  }

  Settings withRetryAfter(@Nullable Duration wait) {
    return with(settings -> settings.retryAfter = wait);
  }

  Settings withStorageQuotaBytes(long bytes) {
    return with(settings -> settings.storageQuotaBytes = bytes);
  }

  Settings withProcessingTime(Duration time) {
    return with(settings -> settings.processingTime = time);
  }

  Settings withResponseTime(Duration time) {
    return with(settings -> settings.responseTime = time);
  }

  Settings withStorageLag(Duration lag) {
    return with(settings -> settings.storageLag = lag);
  }

  Settings withUnknownRoutes(@Nullable UnknownRoute answer) {
    return with(settings -> settings.unknownRoutes = answer);
  }

  Settings withIgnoredParameters(String... names) {
    return with(settings -> settings.ignoredParameters = Set.of(names));
  }

  Settings withCompression(Compression newCompression) {
    return with(settings -> settings.compression = newCompression);
  }

  private Settings with(Consumer<Settings> change) {
    try {
      Settings copy = (Settings) clone();
      change.accept(copy);
      return copy;
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }
}
