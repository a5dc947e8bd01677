// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Replies that no service would send, one after the other on connections that are kept: what is
 * left of one must not be taken for the next.
 */
class KeptConnectionFuzzTest {

  private static final FuzzReport REPORT = new FuzzReport("Replies on kept connections");

  private static final Map<String, String> SOUND_ANSWERS = new HashMap<>();

  private static QuietLog log;
  private static FuzzedServer server;
  private static FuzzedRoutes routes;

  /**
   * What is sent for one call.
   *
   * @param surplus a reply without a request, null for none
   */
  record Sent(SpoiltReply reply, SpoiltReply surplus) implements Shown {

    /**
     * No more than goes over at once: what came after the client looked for it would be taken for
     * the next reply, by any client.
     */
    private static final int MOST_BYTES = 32 * 1024;

    byte[] toBytes(String id) {
      byte[] all =
          surplus == null ? reply.toBytes() : Bytes.concat(reply.toBytes(), surplus.toBytes());
      String text = new String(all, 0, Math.min(all.length, MOST_BYTES), ISO_8859_1);
      return Bytes.latin1(text.replace(Seed.ID, id));
    }

    @Override
    public String show() {
      return surplus == null ? reply.show() : reply.show() + "\n    surplus: " + surplus.show();
    }
  }

  @BeforeContainer
  static void start() throws Exception {
    log = QuietLog.ofTheComponent();
    server = FuzzedServer.keeping();
    routes = FuzzedRoutes.withKeptConnections(server);
    for (Seed seed : Seed.all()) {
      for (FuzzedCall call : List.of(FuzzedCall.RETRIEVE, FuzzedCall.DELETE_FILE)) {
        server.play(List.of(seed.toReply().toBytes()));
        SOUND_ANSWERS.put(seed + " " + call, routes.call(call, Seed.ID).summary());
      }
    }
  }

  @AfterContainer
  static void stop() throws Throwable {
    REPORT.print();
    routes.close();
    server.close();
    log.close();
  }

  @Provide
  Arbitrary<List<Sent>> replies() {
    return Combinators.combine(Inputs.replies(), Inputs.replies().injectNull(0.7))
        .as(Sent::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(4);
  }

  @Fuzz(oneIn = 10)
  void areNotMixedUp(@ForAll("replies") List<Sent> replies, @ForAll boolean delete)
      throws Throwable {
    FuzzedCall call = delete ? FuzzedCall.DELETE_FILE : FuzzedCall.RETRIEVE;

    REPORT.tryInput(
        () -> {
          for (int i = 0; i < replies.size(); i++) {
            check(call, replies.get(i), "file-1000000" + i);
          }
        });
  }

  /** Each call has its own id, and a reply that names an id names that one. */
  private static void check(FuzzedCall call, Sent input, String id) throws Exception {
    byte[] reply = input.toBytes(id);

    FuzzedAnswer answer =
        REPORT.measure(
            call.name(),
            reply.length,
            input,
            () -> {
              server.play(List.of(reply));
              return routes.call(call, id);
            });

    AnswerContract.check(call, id, answer, server.served());
    if (input.reply().isSound() && !input.reply().seed().isMissing()) {
      assertThat(answer.summary()).isEqualTo(SOUND_ANSWERS.get(input.reply().seed() + " " + call));
    }
    REPORT.count(call.name(), answer.summary());
  }
}
