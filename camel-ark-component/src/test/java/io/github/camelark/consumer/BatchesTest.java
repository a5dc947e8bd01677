// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.dialect.Dialects;
import io.github.camelark.settings.CallOptions;
import io.github.camelark.settings.ConsumerOptions;
import io.github.camelark.settings.FileSelection;
import io.github.camelark.time.Time;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BatchesTest {

  /** As Camel makes them: what arrives after the stop is dropped silently. */
  private final ThreadPoolExecutor executor =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          new ThreadPoolExecutor.CallerRunsPolicy());

  @Test
  @Timeout(30)
  void stopBeforeTheListEndsIt() throws Exception {
    Batches batches = polling().batches(0, executor);
    executor.shutdownNow();

    batches.requestAhead();
    batches.awaitNextPage();

    assertThat(batches.nextPage()).isNull();
  }

  private static FilePolling polling() throws Exception {
    DefaultCamelContext context = new DefaultCamelContext();
    CallOptions calls =
        new CallOptions(
            Dialects.named("ark"),
            "files",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            CallOptions.Paging.PAGE,
            0,
            false,
            null,
            null,
            null,
            Map.of());
    ConsumerOptions options =
        new ConsumerOptions(
            calls,
            new FileSelection(
                null, Set.of(), null, null, new FileSelection.FilterBean(null), null, null),
            Duration.ofSeconds(10),
            false,
            false,
            null,
            null,
            null,
            "",
            Duration.ZERO,
            Duration.ZERO);
    Time time = new Time();
    return new FilePolling(
        new PollSetup(
            context.getEndpoint("mock:ark"),
            options,
            null,
            time,
            null,
            new ConsumerMemory(time, CursorsInUse::new),
            null));
  }
}
