// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkAuthenticationException;
import io.github.camelark.model.ArkFile;
import io.github.camelark.support.ArkTestSupport;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedProvider;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenListTest extends ArkTestSupport {

  /** In parallel the last ones may come after the exchange has failed. */
  private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

  @ParameterizedTest(name = "parallelProcessing={0}")
  @ValueSource(strings = {"false", "true"})
  void splitSeesAllFilesThatHadArrivedBeforeTheListBroke(String parallel) throws Exception {
    simulator().addFiles(SimulatedProvider.ARK, 6);
    simulator()
        .failNext(
            1,
            request -> String.valueOf(request.query()).contains("after="),
            SimulatedFault.status(403));
    context.addRoutes(splitRoute(parallel));

    Exchange exchange = send("direct:split", null);

    assertThat(exchange.getException()).isInstanceOf(ArkAuthenticationException.class);
    assertThat(List.of(nextSeen(), nextSeen(), nextSeen()))
        .containsExactlyInAnyOrder("file-0006", "file-0005", "file-0004");
    assertThat(seen).isEmpty();
  }

  private String nextSeen() throws InterruptedException {
    return String.valueOf(seen.poll(30, TimeUnit.SECONDS));
  }

  private RouteBuilder splitRoute(String parallel) {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:split")
            .to(ark("files?operation=list&paging=stream&limit=3"))
            .split(body())
            .streaming()
            .parallelProcessing(parallel)
            .process(exchange -> seen.add(exchange.getMessage().getBody(ArkFile.class).id()));
      }
    };
  }
}
