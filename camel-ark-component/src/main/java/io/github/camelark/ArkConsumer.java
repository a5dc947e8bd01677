// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import io.github.camelark.client.WalkPage;
import io.github.camelark.consumer.ClaimedFile;
import io.github.camelark.consumer.FilePolling;
import io.github.camelark.consumer.LookAhead;
import io.github.camelark.consumer.Scan;
import io.github.camelark.error.ArkFailure;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.error.ArkUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledBatchPollingConsumer;

/**
 * Lists the files again and again and makes an exchange of each that comes. A page of the list is a
 * batch; the next pages are asked for while this one is processed.
 */
public class ArkConsumer extends ScheduledBatchPollingConsumer {

  /** The longest time that a server can keep the consumer from polling. */
  private static final Duration LONGEST_POSTPONEMENT = Duration.ofHours(1);

  /** With a second one whoever asks need not be woken up for it when a page was quick. */
  private static final int PAGES_AHEAD = 2;

  private ExecutorService lookAheadExecutor;
  private FilePolling polling;

  /** The scan whose batch is being processed. */
  private Scan scan;

  private LookAhead lookAhead;

  /** Whether the route has refused a file, as one that is being stopped does. */
  private volatile boolean refused;

  private volatile Instant postponedUntil = Instant.MIN;

  public ArkConsumer(ArkEndpoint endpoint, Processor processor) {
    super(endpoint, processor);
  }

  @Override
  protected void doStart() throws Exception {
    polling = getEndpoint().newPolling();
    lookAheadExecutor =
        getEndpoint()
            .getCamelContext()
            .getExecutorServiceManager()
            .newSingleThreadExecutor(this, "ark-look-ahead");
    super.doStart();
  }

  @Override
  protected void doStop() throws Exception {
    super.doStop();
    if (lookAheadExecutor != null) {
      for (Runnable neverRun :
          getEndpoint()
              .getCamelContext()
              .getExecutorServiceManager()
              .shutdownNow(lookAheadExecutor)) {
        if (neverRun instanceof Future<?> awaited) {
          awaited.cancel(false);
        }
      }
      lookAheadExecutor = null;
    }
  }

  /**
   * Polls, unless the server has asked to wait. To return before the base class begins leaves
   * health and backoff as they are; inside {@link #poll} it would count as a success.
   */
  @Override
  public void run() {
    if (!now().isBefore(postponedUntil)) {
      super.run();
    }
  }

  @Override
  protected int poll() throws Exception {
    // else isBatchAllowed answers from an earlier stop
    shutdownRunningTask = null;
    pendingExchanges = 0;
    refused = false;
    scan = polling.begin();
    lookAhead = new LookAhead(lookAheadExecutor, scan, readsAll() ? PAGES_AHEAD : 1);
    int emitted = 0;
    try {
      WalkPage page = lookAhead.take();
      forceConsumerAsReady();
      while (page != null && mayGoOn()) {
        emitted += processPage(page, left(emitted));
        page = left(emitted) == 0 ? null : lookAhead.take();
      }
    } catch (ArkUnavailableException e) {
      postpone(e.retryAfter());
      throw e;
    } finally {
      lookAhead.close();
      polling.saveCursor();
    }
    return emitted;
  }

  private int processPage(WalkPage page, int most) throws Exception {
    report(page);
    if (readsAll() && page.hasMore()) {
      lookAhead.begin();
    }
    Deque<ClaimedFile> claimed = scan.claim(page, most);
    try {
      if (claimed.size() < most && page.hasMore()) {
        lookAhead.begin();
      }
    } catch (RuntimeException e) {
      scan.giveBack(claimed);
      throw e;
    }
    int emitted = processBatch(new ArrayDeque<>(claimed));
    polling.saveCursor();
    return emitted;
  }

  @Override
  public int processBatch(Queue<Object> files) throws Exception {
    int size = files.size();
    int emitted = 0;
    try {
      while (mayGoOn() && !files.isEmpty()) {
        if (files.size() == 1) {
          // the route may delete this file, which may be the cursor of the next page
          lookAhead.await();
        }
        ClaimedFile file = (ClaimedFile) files.element();
        Exchange exchange = exchange(file);
        exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, emitted);
        exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, size);
        exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, files.size() == 1);
        files.remove();
        pendingExchanges = files.size();
        emitted++;
        getAsyncProcessor().process(exchange, callback(exchange, file));
      }
    } finally {
      pendingExchanges = 0;
      scan.giveBack(files);
    }
    return emitted;
  }

  private boolean mayGoOn() {
    return !refused && isBatchAllowed();
  }

  /**
   * A route that is forced to stop refuses exchanges without ever completing them. That is no error
   * of the file: it comes when the route, or another one, is there again.
   */
  private AsyncCallback callback(Exchange exchange, ClaimedFile file) {
    AsyncCallback callback = defaultConsumerCallback(exchange, true);
    return doneSync -> {
      if (exchange.getExchangeExtension().handoverCompletions() == null) {
        callback.done(doneSync);
      } else {
        refused = true;
        polling.giveBack(file);
      }
    };
  }

  private Exchange exchange(ClaimedFile file) {
    Exchange exchange = createExchange(true);
    Duration pause = Duration.ofMillis(getTimeUnit().toMillis(getDelay()));
    getEndpoint().fill(exchange, file, scan, polling, pause, getExceptionHandler());
    return exchange;
  }

  private void report(WalkPage page) {
    for (String entry : page.unreadable()) {
      getExceptionHandler()
          .handleException(
              "Left out an entry of the list",
              new ArkProtocolException(
                  ArkFailure.of(
                      "files list", null, page.requestId(), "an entry is no file: " + entry),
                  "the other files of the page come"));
    }
  }

  /** Whether every page is wanted, however many files of it come. */
  private boolean readsAll() {
    return getMaxMessagesPerPoll() <= 0;
  }

  private int left(int emitted) {
    return readsAll() ? Integer.MAX_VALUE : getMaxMessagesPerPoll() - emitted;
  }

  private void postpone(Duration retryAfter) {
    if (retryAfter != null) {
      boolean tooLong = retryAfter.compareTo(LONGEST_POSTPONEMENT) > 0;
      postponedUntil = now().plus(tooLong ? LONGEST_POSTPONEMENT : retryAfter);
    }
  }

  private Instant now() {
    return getEndpoint().getComponent().getTime().clock().instant();
  }

  @Override
  public ArkEndpoint getEndpoint() {
    return (ArkEndpoint) super.getEndpoint();
  }
}
