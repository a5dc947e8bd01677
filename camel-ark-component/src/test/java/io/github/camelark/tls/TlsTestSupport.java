// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.ArkComponent;
import io.github.camelark.ArkConfiguration;
import io.github.camelark.error.ArkException;
import io.github.camelark.support.ReportedFailures;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.ScheduledPollConsumer;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;

/** Routes of every kind that call one server, with a key that must not go astray. */
@Timeout(60)
abstract class TlsTestSupport {

  static final String KEY = "the-secret-api-key";

  /** All that a route can ask of the service. */
  enum Call {
    LIST("files?operation=list"),
    STREAM("files?operation=list&paging=stream"),
    RETRIEVE("files?operation=retrieve&fileId=file-1"),
    DELETE("files?operation=delete&fileId=file-1&ignoreMissing=true"),
    DELETE_RESPONSE("responses?operation=delete&responseId=resp-1&ignoreMissing=true"),
    POLL("files?startScheduler=false&exceptionHandler=#reported");

    private final String uri;

    Call(String uri) {
      this.uri = "ark:" + uri + "&retryDelay=0&requestsPerSecond=0";
    }
  }

  /** Each of these values with each call. */
  static Stream<Arguments> withEveryCall(Object... values) {
    return Arrays.stream(values)
        .flatMap(value -> Arrays.stream(Call.values()).map(call -> Arguments.of(value, call)));
  }

  final DefaultCamelContext context = new DefaultCamelContext();

  /** The results of successful calls. */
  final List<Exchange> results = new CopyOnWriteArrayList<>();

  private final List<Throwable> reported = new CopyOnWriteArrayList<>();

  @BeforeEach
  void startCamel() {
    context.getRegistry().bind("reported", new ReportedFailures(reported));
    context.start();
  }

  @AfterEach
  void stopCamel() {
    context.stop();
  }

  final ArkComponent component() {
    return context.getComponent("ark", ArkComponent.class);
  }

  /** Where the service is; options of the connection come by the URI or are set hereafter. */
  final ArkConfiguration connectTo(String baseUrl) {
    ArkConfiguration configuration = component().getConfiguration();
    configuration.setBaseUrl(baseUrl);
    configuration.setApiKey(KEY);
    return configuration;
  }

  /** Makes a call by a route, which must succeed. */
  final void succeed(Call call, String options) throws Exception {
    int before = results.size();

    Throwable failure = make(call, options);

    assertThat(failure).isNull();
    assertThat(results).hasSize(before + 1);
  }

  /** Makes a call by a route, which must fail with this exception and without the key in it. */
  final <E extends ArkException> E fail(Class<E> type, Call call, String options) throws Exception {
    Throwable failure = make(call, options);

    assertThat(failure).isExactlyInstanceOf(type);
    assertThat(Throwables.getStackTrace(failure)).doesNotContain(KEY);
    assertThat(results).isEmpty();
    return type.cast(failure);
  }

  private Throwable make(Call call, String options) throws Exception {
    String uri = call.uri + options;
    return call == Call.POLL ? poll(uri) : send(uri);
  }

  private Throwable send(String uri) throws Exception {
    String route = "direct:call" + context.getRoutesSize();
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            errorHandler(noErrorHandler());
            from(route).to(uri).process(results::add);
          }
        });
    return context.createFluentProducerTemplate().to(route).send().getException();
  }

  private Throwable poll(String uri) throws Exception {
    String id = "poll" + context.getRoutesSize();
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(uri).routeId(id).process(results::add);
          }
        });
    ((ScheduledPollConsumer) context.getRoute(id).getConsumer()).run();
    return reported.isEmpty() ? null : reported.get(reported.size() - 1);
  }
}
