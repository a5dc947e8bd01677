// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Pages that loop, whatever is requested: every walk ends soon. */
class HostileListFuzzTest {

  private static final List<FuzzedCall> WALKS =
      List.of(FuzzedCall.LIST_ALL, FuzzedCall.POLL, FuzzedCall.POLL_FROM_CURSOR);

  private static final FuzzReport REPORT = new FuzzReport("Lists without an end");

  private static QuietLog log;
  private static FuzzedServer server;
  private static FuzzedRoutes routes;

  @BeforeContainer
  static void start() throws Exception {
    log = QuietLog.ofTheComponent();
    server = FuzzedServer.closing();
    routes = FuzzedRoutes.withFreshConnections(server);
  }

  @AfterContainer
  static void stop() throws Throwable {
    REPORT.print();
    routes.close();
    server.close();
    log.close();
  }

  @Provide
  Arbitrary<List<HostilePage>> circles() {
    Arbitrary<Integer> statuses =
        Arbitraries.frequency(
            Tuple.of(12, 200), Tuple.of(2, 400), Tuple.of(1, 404), Tuple.of(1, 500));
    Arbitrary<String> ids = Arbitraries.of("a", "b", "c", "d", "e", "f", "g", "h", "");
    Arbitrary<String> lastIds =
        Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just(null)), Tuple.of(1, ids));
    Arbitrary<Boolean> more = Arbitraries.frequency(Tuple.of(9, true), Tuple.of(1, false));
    return Combinators.combine(statuses, entries(ids).list().ofMaxSize(3), lastIds, more)
        .as(HostilePage::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(7);
  }

  private static Arbitrary<String> entries(Arbitrary<String> ids) {
    Arbitrary<String> files =
        Combinators.combine(ids, Arbitraries.integers().between(0, 9))
            .as(
                (id, second) ->
                    "{\"id\":\"%s\",\"created_at\":%d,\"status\":\"active\"}"
                        .formatted(id, second == 0 ? 0 : 1_763_552_700 + second));
    return Arbitraries.frequencyOf(Tuple.of(9, files), Tuple.of(1, Arbitraries.of("7", "{}")));
  }

  @Fuzz(oneIn = 10)
  void comeToAnEnd(@ForAll("circles") List<HostilePage> circle) throws Throwable {
    List<byte[]> replies = circle.stream().map(HostilePage::toBytes).toList();

    REPORT.tryInput(
        () -> {
          for (FuzzedCall call : WALKS) {
            check(call, replies, circle);
          }
        });
  }

  private static void check(FuzzedCall call, List<byte[]> replies, Object input) throws Exception {
    long size = replies.stream().mapToLong(reply -> reply.length).sum();

    FuzzedAnswer answer =
        REPORT.measure(
            call.name(),
            size,
            input,
            () -> {
              server.playInCircles(replies);
              return routes.call(call, Seed.ID);
            });

    int requests = server.served().size();
    answer.failures().forEach(FailureContract::check);
    assertThat(requests).isLessThanOrEqualTo(RequestBound.of(call, replies.size()));
    assertThat(routes.claims()).isZero();
    REPORT.count(call.name(), answer.summary());
    REPORT.note("requests of one %s over %d pages".formatted(call, replies.size()), requests);
  }
}
