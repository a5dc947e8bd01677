// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.lifecycle;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static io.github.camelark.test.SimulatedProvider.OPENAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelark.ArkComponent;
import io.github.camelark.ArkInternals;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.model.ArkContent;
import io.github.camelark.support.LiveThreads;
import io.github.camelark.support.RouteTestSupport;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.transport.FakeTime;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** A component that stops in the middle of an upload or a download. */
class TransferLifecycleTest extends RouteTestSupport {

  private static final SimulatedFile OUTPUT =
      SimulatedFile.named("a").withId("file-1").withPurpose("batch_output");

  @Test
  void stopEndsAnUploadWhoseServerReadsNothing() throws Exception {
    simulator().failNext(1, SimulatedFault.slowReading(1_000));
    CountDownLatch begun = new CountDownLatch(1);
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            begun.countDown();
            return 'a';
          }
        };
    ExecutorService caller = Executors.newSingleThreadExecutor();
    try (DefaultCamelContext own = new DefaultCamelContext()) {
      own.start();
      Future<Exchange> call =
          caller.submit(
              () ->
                  own.createProducerTemplate()
                      .send(
                          ark("files?operation=upload"),
                          ExchangeBuilder.anExchange(own)
                              .withBody(endless)
                              .withHeader(Exchange.FILE_NAME, "a")
                              .build()));
      begun.await();
      own.getComponent("ark").stop();

      ArkException failure = call.get().getException(ArkException.class);
      assertThat(failure).isInstanceOf(ArkUnavailableException.class);
      assertThat(failure.mayHaveBeenExecuted()).isFalse();
      assertThat(simulator().files(ARK)).isEmpty();
    } finally {
      caller.shutdownNow();
    }
    assertThat(LiveThreads.named("ark-")).isEmpty();
  }

  @Test
  void stopEndsADownload() throws Exception {
    simulator().addFile(OPENAI, OUTPUT, new byte[8_000_000]);
    try (DefaultCamelContext own = new DefaultCamelContext()) {
      own.start();
      InputStream content = open(own, "");
      assertThat(content.readNBytes(10)).hasSize(10);

      own.getComponent("ark").stop();

      assertThatThrownBy(content::readAllBytes).isInstanceOf(ArkUnavailableException.class);
    }
    assertThat(LiveThreads.named("ark-")).isEmpty();
  }

  /** The time that the route takes for what it has read does not count. */
  @Test
  void callTimeoutOfADownloadCountsOnlyWhileItReads() throws Exception {
    simulator().addFile(OPENAI, OUTPUT, new byte[2_000_000]);
    FakeTime time = new FakeTime();
    try (DefaultCamelContext own = new DefaultCamelContext()) {
      own.addComponent("ark", ArkInternals.component(time));
      own.start();
      InputStream content = open(own, "&callTimeout=1m");
      content.readNBytes(10);

      time.pass(Duration.ofHours(1));

      assertThat(content.readAllBytes()).hasSize(2_000_000 - 10);
    }
  }

  /** Nothing else is called meanwhile, and the client would be closed as unused. */
  @Test
  void clientIsNotClosedWhileAContentIsReadSlowly() throws Exception {
    simulator().addFile(OPENAI, OUTPUT, new byte[2_000_000]);
    FakeTime time = new FakeTime();
    try (DefaultCamelContext own = new DefaultCamelContext()) {
      ArkComponent component = ArkInternals.component(time);
      own.addComponent("ark", component);
      own.start();
      InputStream content = open(own, "");
      content.readNBytes(10);

      time.pass(Duration.ofHours(1));
      ArkInternals.transports(component).closeIdle();
      assertThat(content.readAllBytes()).hasSize(2_000_000 - 10);

      time.pass(Duration.ofHours(1));
      ArkInternals.transports(component).closeIdle();
      assertThat(ArkInternals.transports(component).size()).isZero();
    }
  }

  @Test
  void contentThatWasHandedOutAndIsNotReadIsClosedInTheEnd() throws Exception {
    simulator().addFile(OPENAI, OUTPUT, new byte[2_000_000]);
    FakeTime time = new FakeTime();
    try (DefaultCamelContext own = new DefaultCamelContext()) {
      ArkComponent component = ArkInternals.component(time);
      own.addComponent("ark", component);
      own.start();
      ArkContent content =
          own.createProducerTemplate()
              .requestBody(
                  uri(OPENAI, "files?operation=content&callTimeout=1m"),
                  "file-1",
                  ArkContent.class);
      InputStream stream = content.inputStream();
      stream.readNBytes(10);

      time.pass(Duration.ofHours(2));

      while (ArkInternals.transports(component).size() > 0) {
        time.pass(Duration.ofMillis(1));
        ArkInternals.transports(component).closeIdle();
      }
      assertThatThrownBy(stream::readAllBytes).isInstanceOf(ArkException.class);
    }
  }

  @Test
  void contentThatWasClosedEarlyDoesNotPassForAShortOne() throws Exception {
    simulator().addFile(OPENAI, OUTPUT, new byte[2_000_000]);
    InputStream content = open(context, "");
    content.readNBytes(10);

    content.close();

    assertThatThrownBy(content::read)
        .isInstanceOf(ArkRequestException.class)
        .hasMessageContaining("the content was closed before it was read to its end");
  }

  private static InputStream open(CamelContext context, String options) throws Exception {
    Producer producer =
        context.getEndpoint(uri(OPENAI, "files?operation=content" + options)).createProducer();
    producer.start();
    Exchange exchange = ExchangeBuilder.anExchange(context).withBody("file-1").build();
    producer.process(exchange);
    return exchange.getMessage().getBody(ArkContent.class).inputStream();
  }

  /** Each 64 KB that pass give the call another second, and no more. */
  @Test
  void uploadThatTakesTooLongEnds() throws Exception {
    FakeTime time = new FakeTime();
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'a';
          }

          @Override
          public int read(byte[] buffer, int offset, int count) {
            time.pass(Duration.ofSeconds(2));
            return count;
          }
        };
    try (DefaultCamelContext own = new DefaultCamelContext()) {
      own.addComponent("ark", ArkInternals.component(time));
      own.start();

      Exchange exchange =
          own.createProducerTemplate()
              .send(
                  ark("files?operation=upload&callTimeout=1m"),
                  ExchangeBuilder.anExchange(own)
                      .withBody(endless)
                      .withHeader(Exchange.FILE_NAME, "a")
                      .build());

      assertThat(exchange.getException(ArkUnavailableException.class))
          .hasMessageContaining("not all was sent within callTimeout");
    }
    assertThat(simulator().files(ARK)).isEmpty();
  }
}
