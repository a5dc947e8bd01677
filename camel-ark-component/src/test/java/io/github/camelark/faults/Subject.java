// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.faults;

import java.util.EnumSet;
import java.util.Set;

/** Who meets a fault: every operation, and the consumer in both of its calls. */
enum Subject {
  LIST("files?operation=list"),
  RETRIEVE("files?operation=retrieve"),
  DELETE_FILE("files?operation=delete"),
  DELETE_RESPONSE("responses?operation=delete"),

  /** A poll whose list meets the fault. */
  CONSUMER("files?startScheduler=false&exceptionHandler=#reported"),

  /** A poll whose list is well, and whose deletion after the file was read meets the fault. */
  CONSUMER_DELETION("files?startScheduler=false&exceptionHandler=#reported&deleteAfterRead=true");

  static final Set<Subject> DELETING = EnumSet.of(DELETE_FILE, DELETE_RESPONSE, CONSUMER_DELETION);

  private final String path;

  Subject(String path) {
    this.path = path;
  }

  /** The URI of its endpoint, or of its route. */
  String uri(String baseUrl, String options) {
    // the only connection: one that is not given back stops everything that follows
    return "ark:%s&baseUrl=%s&apiKey=#bean:key&requestsPerSecond=0&maxConnections=1&%s"
        .formatted(path, baseUrl, options)
        .replaceFirst("&$", "");
  }

  boolean isConsumer() {
    return this == CONSUMER || this == CONSUMER_DELETION;
  }

  /** Whether a request with this head is the one that meets the fault. */
  boolean isStruckAt(String head) {
    return this != CONSUMER_DELETION || head.startsWith("DELETE");
  }
}
