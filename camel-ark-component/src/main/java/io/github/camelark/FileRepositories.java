// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import io.github.camelark.consumer.MemoryClaims;
import io.github.camelark.consumer.SeenFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.camel.Service;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.support.service.ServiceHelper;

/**
 * The repositories of an endpoint's consumers. They live with the endpoint, not with the consumer:
 * Camel makes a new consumer whenever a route starts, and a memory repository forgets when it is
 * stopped. Thread-safe.
 */
final class FileRepositories {

  /** Camel's default of 1,000 would let older files of a larger account come again. */
  private static final int REMEMBERED_FILES = 1_000_000;

  /**
   * With idempotent=false a file must not come again only because its second is not over yet, or
   * because a file before it holds the cursor back.
   */
  private static final int REMEMBERED_BEYOND_CURSOR = 10_000;

  private final ArkEndpoint endpoint;
  private final List<IdempotentRepository> own = new ArrayList<>();
  private SeenFiles seenFiles;

  FileRepositories(ArkEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** Starts the repository of the cursor, if there is one. */
  void startCursors() throws Exception {
    Service cursors = endpoint.getConfiguration().getCursorRepository();
    try {
      if (cursors != null) {
        start(cursors);
      }
    } catch (RuntimeException e) {
      // Camel's FileStateRepository says no more than "begin 0, end -1".
      throw new IllegalArgumentException(
          "cursorRepository cannot be started: if it keeps its state in a file which a killed"
              + " process has left torn, delete its file: the next poll then lists all files, and"
              + " those come again that idempotentRepository does not know",
          e);
    }
  }

  /** Stops our own; those that were given may serve others too and stop with the context. */
  synchronized void stop() {
    ServiceHelper.stopService(own);
    own.clear();
    seenFiles = null;
  }

  /** What became of files, the same for all consumers until {@link #stop}. */
  synchronized SeenFiles seenFiles() throws Exception {
    if (seenFiles == null) {
      seenFiles =
          new SeenFiles(
              configuredOr(
                  endpoint.getConfiguration().getInProgressRepository(), MemoryClaims::new),
              processedFiles(),
              endpoint.getComponent().getTime().clock());
    }
    return seenFiles;
  }

  private IdempotentRepository processedFiles() throws Exception {
    if (endpoint.getConfiguration().remembersProcessed()) {
      return configuredOr(
          endpoint.getConfiguration().getIdempotentRepository(),
          () -> remembering(REMEMBERED_FILES));
    }
    return endpoint.getConfiguration().getCursorRepository() == null
        ? null
        : configuredOr(null, () -> remembering(REMEMBERED_BEYOND_CURSOR));
  }

  private static IdempotentRepository remembering(int files) {
    return MemoryIdempotentRepository.memoryIdempotentRepository(files);
  }

  private IdempotentRepository configuredOr(
      IdempotentRepository configured, Supplier<IdempotentRepository> otherwise) throws Exception {
    if (configured != null) {
      start(configured);
      return configured;
    }
    IdempotentRepository made = otherwise.get();
    ServiceHelper.startService(made);
    own.add(made);
    return made;
  }

  private void start(Service repository) throws Exception {
    endpoint.getCamelContext().addService(repository, true, true);
  }
}
