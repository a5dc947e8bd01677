// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import io.github.camelark.client.WalkPage;
import io.github.camelark.consumer.Batches;
import io.github.camelark.consumer.ClaimedFile;
import io.github.camelark.consumer.ConsumerExceptionHandler;
import io.github.camelark.consumer.FilePolling;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.support.ScheduledBatchPollingConsumer;

/**
 * Lists the files again and again; each file that comes becomes an exchange. A page of the list is
 * a batch; the next pages are asked for while this one is processed.
 */
public class ArkConsumer extends ScheduledBatchPollingConsumer {

  private ExecutorService lookAheadExecutor;
  private FilePolling polling;

  /** Those of the poll that runs. */
  private Batches batches;

  /** Whether the route has refused a file, as one that is being stopped does. */
  private volatile boolean refused;

  public ArkConsumer(ArkEndpoint endpoint, Processor processor) {
    super(endpoint, processor);
    setExceptionHandler(
        new ConsumerExceptionHandler(endpoint.getCamelContext(), ArkConsumer.class));
  }

  @Override
  protected void doStart() throws Exception {
    try {
      polling = getEndpoint().openPolling(getExceptionHandler());
      lookAheadExecutor =
          getEndpoint()
              .getCamelContext()
              .getExecutorServiceManager()
              .newSingleThreadExecutor(this, "ark-look-ahead");
      super.doStart();
    } catch (ResolveEndpointFailedException e) {
      release();
      throw new RuntimeCamelException("Cannot start route " + getRouteId(), e);
    } catch (Exception | Error e) {
      release();
      throw e;
    }
  }

  @Override
  protected void doStop() throws Exception {
    try {
      super.doStop();
    } finally {
      release();
    }
  }

  private void release() {
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
    if (polling != null) {
      polling.close();
    }
  }

  /**
   * Polls, unless the server has asked to wait. To return before the base class begins leaves
   * health and backoff as they are; inside {@link #poll} it would count as a success.
   */
  @Override
  public void run() {
    if (polling == null || !polling.isPostponed()) {
      try {
        super.run();
      } catch (Error e) {
        // the base class has logged it: if it came through, the scheduler would never poll again
      }
    }
  }

  /** An error would end the consumer, and its health would stay what it was. */
  @Override
  protected int poll() throws Exception {
    try {
      return pollOnce();
    } catch (Error e) {
      throw failureOf(e);
    }
  }

  @Override
  protected void processEmptyMessage() throws Exception {
    try {
      super.processEmptyMessage();
    } catch (Error e) {
      throw failureOf(e);
    }
  }

  private static Exception failureOf(Error error) {
    return new RuntimeCamelException("The poll ended with an error: " + error, error);
  }

  private int pollOnce() throws Exception {
    // else isBatchAllowed answers from an earlier stop
    shutdownRunningTask = null;
    pendingExchanges = 0;
    refused = false;
    batches = polling.batches(getMaxMessagesPerPoll(), lookAheadExecutor);
    int emitted = 0;
    try {
      WalkPage page = batches.nextPage();
      forceConsumerAsReady();
      while (page != null && mayGoOn()) {
        emitted += processBatch(new ArrayDeque<>(batches.claim(page)));
        page = batches.nextPage();
      }
    } finally {
      batches.close();
    }
    return emitted;
  }

  @Override
  public int processBatch(Queue<Object> files) throws Exception {
    int size = files.size();
    int emitted = 0;
    try {
      while (mayGoOn() && !files.isEmpty()) {
        if (files.size() == 1) {
          batches.awaitNextPage();
        }
        ClaimedFile file = (ClaimedFile) files.element();
        Exchange exchange = createExchange(true);
        Synchronization completion = polling.fill(exchange, file);
        exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, emitted);
        exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, size);
        exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, files.size() == 1);
        files.remove();
        pendingExchanges = files.size();
        emitted++;
        process(exchange, file, completion);
      }
    } finally {
      pendingExchanges = 0;
      polling.claims().giveBack(files);
    }
    return emitted;
  }

  /**
   * What a route throws out of Camel's own error handling, a stack overflow for example, is a
   * failure of its file, not of the poll.
   */
  private void process(Exchange exchange, ClaimedFile file, Synchronization completion) {
    try {
      getAsyncProcessor().process(exchange, callback(exchange, file));
    } catch (RuntimeException | Error e) {
      completion.onFailure(exchange);
      getExceptionHandler().handleException("Error processing exchange", exchange, e);
    }
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
        polling.claims().giveBack(file.key());
      }
    };
  }

  @Override
  public ArkEndpoint getEndpoint() {
    return (ArkEndpoint) super.getEndpoint();
  }
}
