// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.cases;

import io.github.camelark.ArkComponent;
import io.github.camelark.ArkConstants;
import io.github.camelark.ArkConsumer;
import io.github.camelark.ArkInternals;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkFilePage;
import io.github.camelark.support.CapturedLog;
import io.github.camelark.support.ReportedFailures;
import io.github.camelark.test.ScriptedServer;
import io.github.camelark.transport.FakeTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Replies that services and gateways have been seen to give, each through a real route. What a case
 * looks like is told by the README beside the files.
 */
@Timeout(60)
class CasesTest {

  private final FakeTime time = new FakeTime();
  private final List<Throwable> reported = new CopyOnWriteArrayList<>();
  private final List<ArkFile> came = new CopyOnWriteArrayList<>();

  static List<Case> cases() throws IOException {
    return Case.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void hasTheExpectedOutcome(Case one) throws Exception {
    try (ScriptedServer server = ScriptedServer.start(one.replies());
        CamelContext context = newContext();
        CapturedLog log = CapturedLog.ofTheComponent()) {
      String endpoint = one.endpoint(server.baseUrl());

      Exchange exchange =
          one.isConsumer() ? poll(context, endpoint, one.polls()) : call(context, endpoint, one);

      Result result = result(exchange, server, log);
      SoftAssertions.assertSoftly(
          softly ->
              one.expectations().forEach(expected -> softly.check(() -> expected.check(result))));
    }
  }

  private CamelContext newContext() {
    DefaultCamelContext context = new DefaultCamelContext();
    ArkComponent component = new ArkComponent();
    ArkInternals.setTime(component, time);
    context.addComponent("ark", component);
    context.getRegistry().bind("cur", new MemoryStateRepository());
    return context;
  }

  private static Exchange call(CamelContext context, String endpoint, Case one) throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:case").to(endpoint).process(CasesTest::readStream);
          }
        });
    context.start();
    return context
        .createProducerTemplate()
        .send("direct:case", exchange -> exchange.getMessage().setBody(one.body()));
  }

  private static void readStream(Exchange exchange) {
    if (exchange.getMessage().getBody() instanceof Iterator<?> stream) {
      List<Object> files = new ArrayList<>();
      stream.forEachRemaining(files::add);
      exchange.getMessage().setBody(files);
    }
  }

  private Exchange poll(CamelContext context, String endpoint, int polls) throws Exception {
    context.getRegistry().bind("reported", new ReportedFailures(reported));
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(endpoint + "&startScheduler=false&exceptionHandler=#reported")
                .routeId("case")
                .process(exchange -> came.add(exchange.getMessage().getBody(ArkFile.class)));
          }
        });
    context.start();
    for (int i = 0; i < polls; i++) {
      ((ArkConsumer) context.getRoute("case").getConsumer()).run();
    }
    return null;
  }

  private Result result(Exchange exchange, ScriptedServer server, CapturedLog log) {
    if (exchange == null) {
      Throwable failure = reported.isEmpty() ? null : reported.get(reported.size() - 1);
      return new Result(failure, null, came, server.journal(), time.sleeps(), log.warnings());
    }
    Object outcome = exchange.getMessage().getHeader(ArkConstants.DELETION_OUTCOME);
    return new Result(
        exchange.getException(),
        outcome == null ? null : outcome.toString(),
        files(exchange.getMessage().getBody()),
        server.journal(),
        time.sleeps(),
        log.warnings());
  }

  private static List<ArkFile> files(Object body) {
    List<ArkFile> files = new ArrayList<>();
    if (body instanceof ArkFile file) {
      files.add(file);
    } else if (body instanceof ArkFilePage page) {
      files.addAll(page.data());
    } else if (body instanceof List<?> list) {
      list.forEach(file -> files.add((ArkFile) file));
    }
    return files;
  }
}
