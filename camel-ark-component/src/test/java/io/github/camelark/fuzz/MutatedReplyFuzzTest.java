// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whole replies that no service would send, to every operation and to consumers: a route gets an
 * answer that holds together, or an {@code ArkException}.
 */
class MutatedReplyFuzzTest {

  private static final List<FuzzedCall> CALLS =
      List.of(
          FuzzedCall.LIST,
          FuzzedCall.RETRIEVE,
          FuzzedCall.DELETE_FILE,
          FuzzedCall.DELETE_RESPONSE,
          FuzzedCall.POLL);

  private static final List<FuzzedCall> OTHER_CALLS =
      List.of(
          FuzzedCall.LIST_ALL,
          FuzzedCall.RETRIEVE,
          FuzzedCall.DELETE_FILE,
          FuzzedCall.DELETE_RESPONSE,
          FuzzedCall.POLL_FROM_CURSOR);

  private static final FuzzReport REPORT = new FuzzReport("Whole replies");

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
  Arbitrary<List<SpoiltReply>> scripts() {
    return Inputs.scripts();
  }

  /**
   * @param otherWay whether a list is walked rather than one page, and a cursor kept
   */
  @Fuzz
  void endInAnAnswerOrAnArkException(
      @ForAll("scripts") List<SpoiltReply> script, @ForAll boolean otherWay) throws Throwable {
    List<byte[]> replies = script.stream().map(SpoiltReply::toBytes).toList();

    REPORT.tryInput(
        () -> {
          for (FuzzedCall call : otherWay ? OTHER_CALLS : CALLS) {
            check(call, replies, script);
          }
        });
  }

  private static void check(FuzzedCall call, List<byte[]> replies, Object input) throws Exception {
    FuzzedAnswer answer =
        REPORT.measure(call.name(), size(replies), input, () -> play(call, replies));

    List<byte[]> served = server.served();
    AnswerContract.check(call, Seed.ID, answer, served);
    assertThat(served).hasSizeLessThanOrEqualTo(RequestBound.of(call, replies.size()));
    assertThat(routes.claims()).isZero();
    REPORT.count(call.name(), answer.summary());
    REPORT.note("requests of one " + call, served.size());
  }

  private static FuzzedAnswer play(FuzzedCall call, List<byte[]> replies) {
    server.play(replies);
    return routes.call(call, Seed.ID);
  }

  private static long size(List<byte[]> replies) {
    return replies.stream().mapToLong(reply -> reply.length).sum();
  }
}
