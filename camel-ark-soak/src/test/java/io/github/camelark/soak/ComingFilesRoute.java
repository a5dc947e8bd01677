// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.soak;

import io.github.camelark.ArkConstants;
import java.time.Duration;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.Registry;
import org.apache.camel.support.LoggingExceptionHandler;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.jspecify.annotations.Nullable;

/**
 * Consumes the files that come and go, deletes every third, and keeps account of which are done.
 * Thread-safe.
 */
final class ComingFilesRoute extends RouteBuilder {

  private static final int DELETED_EVERY = 3;

  private final int remembered;
  private final Duration delay;
  private final BitSet done = new BitSet();
  private final Map<String, Integer> failures = new TreeMap<>();
  private int doneTwice;

  /**
   * @param remembered how many files the repository holds: more than are there at once
   * @param delay the time between polls
   */
  ComingFilesRoute(int remembered, Duration delay) {
    this.remembered = remembered;
    this.delay = delay;
  }

  @Override
  public void configure() {
    Registry registry = getContext().getRegistry();
    registry.bind("done", MemoryIdempotentRepository.memoryIdempotentRepository(remembered));
    registry.bind("failures", new CountingFailures(getContext()));
    errorHandler(noErrorHandler());
    from(("ark:files?purpose=%s&limit=50&initialDelay=0&delay=%d"
                + "&idempotentRepository=#done&exceptionHandler=#failures")
            .formatted(ComingFiles.PURPOSE, delay.toMillis()))
        .filter(exchange -> numberOf(exchange) % DELETED_EVERY == 0)
        .to("ark:files?operation=delete&ignoreMissing=true")
        .end()
        .process(this::done);
  }

  private synchronized void done(Exchange exchange) {
    int number = numberOf(exchange);
    if (done.get(number)) {
      doneTwice++;
    }
    done.set(number);
  }

  /** How many files are done. */
  synchronized int done() {
    return done.cardinality();
  }

  /** How many files came again though they were done. */
  synchronized int doneTwice() {
    return doneTwice;
  }

  /**
   * How many of the first files, so many, are not done. Those that the route deletes are left out:
   * a deletion that fails may have been executed, and then the file does not come again.
   */
  synchronized int missing(int files) {
    int missing = 0;
    for (int number = 1; number <= files; number++) {
      missing += number % DELETED_EVERY == 0 || done.get(number) ? 0 : 1;
    }
    return missing;
  }

  /** How many polls and exchanges have failed since this was asked last, by exception. */
  synchronized Map<String, Integer> drainFailures() {
    Map<String, Integer> drained = Map.copyOf(failures);
    failures.clear();
    return drained;
  }

  private static int numberOf(Exchange exchange) {
    return ComingFiles.numberOf(
        exchange.getMessage().getHeader(ArkConstants.FILE_ID, String.class));
  }

  private synchronized void failed(@Nullable Throwable failure) {
    String name = failure == null ? "without an exception" : failure.getClass().getSimpleName();
    failures.merge(name, 1, Integer::sum);
  }

  private final class CountingFailures extends LoggingExceptionHandler {

    CountingFailures(CamelContext context) {
      super(context, ComingFilesRoute.class);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
      failed(exception);
    }
  }
}
