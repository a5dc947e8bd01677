// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.settings.ConsumerOptions;
import io.github.camelark.time.Time;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Service;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.jspecify.annotations.Nullable;

/**
 * What consumers remember of files, by the URI of their endpoint. It lives with the component:
 * Camel makes a new consumer whenever a route starts, and for a {@code pollEnrich} without a cache
 * a new endpoint for each message. Thread-safe.
 */
public final class ConsumerMemory {

  /** Camel's default of 1,000 would let older files of a larger account come again. */
  private static final int REMEMBERED_FILES = 1_000_000;

  /**
   * With idempotent=false a file must not come again only because its second is not over yet, or
   * because a file before it holds the cursor back.
   */
  private static final int REMEMBERED_BEYOND_CURSOR = 10_000;

  /** So that endless new URIs do not pile up: beyond it unused ones are forgotten. */
  private static final int MAX_UNUSED = 100;

  private final Map<String, OfUri> memories = new LinkedHashMap<>(16, 0.75f, true);
  private final Time time;
  private final Supplier<CursorsInUse> cursorsInUse;
  private @Nullable ScheduledExecutorService executor;

  /**
   * @param cursorsInUse those of the Camel context
   */
  public ConsumerMemory(Time time, Supplier<CursorsInUse> cursorsInUse) {
    this.time = time;
    this.cursorsInUse = cursorsInUse;
  }

  /**
   * What a consumer remembers, until it {@linkplain #giveBack gives it back}.
   *
   * @throws IllegalArgumentException if another consumer of the context moves the same cursor
   */
  synchronized OfUri take(Endpoint endpoint, ConsumerOptions options) throws Exception {
    OfUri memory = memories.get(endpoint.getEndpointUri());
    if (memory == null || !memory.isOf(options)) {
      memory = new OfUri(endpoint.getCamelContext(), options);
      memories.put(endpoint.getEndpointUri(), memory);
    }
    if (memory.users == 0) {
      memory.options = options;
      if (options.cursors() != null) {
        startCursors(endpoint.getCamelContext(), options.cursors());
        cursorsInUse.get().take(options.cursors(), options.cursorKey(), endpoint.toString());
      }
    }
    memory.users++;
    return memory;
  }

  synchronized void giveBack(OfUri memory) {
    memory.users--;
    StateRepository<String, String> cursors = memory.options.cursors();
    if (memory.users == 0 && cursors != null) {
      cursorsInUse.get().giveBack(cursors, memory.options.cursorKey());
    }
    if (memories.size() > MAX_UNUSED) {
      forgetUnused(memories.size() - MAX_UNUSED);
    }
  }

  private void forgetUnused(int tooMany) {
    int left = tooMany;
    for (Iterator<OfUri> eldest = memories.values().iterator(); left > 0 && eldest.hasNext(); ) {
      OfUri memory = eldest.next();
      if (memory.users == 0 && !memory.seen.claims().any()) {
        eldest.remove();
        ServiceHelper.stopService(memory.own);
        left--;
      }
    }
  }

  /** Stops our own; those that were given may serve others too and stop with the context. */
  public synchronized void stop(CamelContext context) {
    if (executor != null) {
      context.getExecutorServiceManager().shutdownNow(executor);
      executor = null;
    }
    for (OfUri memory : memories.values()) {
      ServiceHelper.stopService(memory.own);
    }
    memories.clear();
  }

  /** A claim that cannot be given back now is given back even if its consumer polls no more. */
  private synchronized void giveBackLater(CamelContext context, OfUri memory) {
    if (!context.isStopping() && !context.isStopped()) {
      if (executor == null) {
        executor =
            context
                .getExecutorServiceManager()
                .newSingleThreadScheduledExecutor(this, "ark-claims");
      }
      executor.schedule(
          memory.seen.claims()::giveBackWhenTimeHasCome,
          memory.options.delay().toMillis(),
          TimeUnit.MILLISECONDS);
    }
  }

  private static void startCursors(CamelContext context, Service cursors) throws Exception {
    try {
      context.addService(cursors, true, true);
    } catch (RuntimeException e) {
      // Camel's FileStateRepository says no more than "begin 0, end -1".
      throw new IllegalArgumentException(
          "cursorRepository cannot be started: if it keeps its state in a file which a killed"
              + " process has left torn, delete its file: the next poll then lists all files, and"
              + " those come again that idempotentRepository does not know",
          e);
    }
  }

  /** What the consumers of one URI remember. */
  final class OfUri {

    private final List<IdempotentRepository> own = new ArrayList<>();
    private final SeenFiles seen;

    /** Those of the first that uses it now. */
    private ConsumerOptions options;

    private int users;

    private OfUri(CamelContext context, ConsumerOptions options) throws Exception {
      this.options = options;
      IdempotentRepository claims =
          options.claims() == null
              // with a map of its own Camel's repository drops none, however many there are
              ? ownRepository(new MemoryIdempotentRepository(new ConcurrentHashMap<>()))
              : given(context, options.claims());
      this.seen =
          new SeenFiles(
              new Claims(claims, () -> giveBackLater(context, this)), done(context), time::nanos);
    }

    /** The name of a bean in a URI may have come to mean another bean. */
    private boolean isOf(ConsumerOptions others) {
      return others.claims() == options.claims()
          && others.done() == options.done()
          && others.cursors() == options.cursors();
    }

    SeenFiles seen() {
      return seen;
    }

    private @Nullable IdempotentRepository done(CamelContext context) throws Exception {
      if (options.remembersDoneForLong()) {
        return given(context, Objects.requireNonNull(options.done()));
      }
      if (!options.remembersDone() && options.cursors() == null) {
        return null;
      }
      return ownRepository(
          MemoryIdempotentRepository.memoryIdempotentRepository(
              options.remembersDone() ? REMEMBERED_FILES : REMEMBERED_BEYOND_CURSOR));
    }

    private IdempotentRepository given(CamelContext context, IdempotentRepository repository)
        throws Exception {
      context.addService(repository, true, true);
      return repository;
    }

    private IdempotentRepository ownRepository(IdempotentRepository repository) {
      ServiceHelper.startService(repository);
      own.add(repository);
      return repository;
    }
  }
}
