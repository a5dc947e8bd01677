// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.camelark.api.ApiOperation;
import io.github.camelark.error.ArkUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clients that are closed when idle, and reopened by the next call. */
class SharedTransportsTest {

  /** A client that knows whether it is open, and what to do during a call. */
  private static final class FakeClient implements Transport {

    private boolean closed;
    private Runnable duringACall = () -> {};

    @Override
    public Reply execute(Request request) {
      assertThat(closed).as("closed before the call").isFalse();
      duringACall.run();
      assertThat(closed).as("closed under the call").isFalse();
      return new Reply(200, new byte[0], null, null, null, null, false);
    }

    @Override
    public void close() {
      assertThat(closed).as("closed before").isFalse();
      closed = true;
    }
  }

  private final FakeTime time = new FakeTime();
  private final List<FakeClient> opened = new ArrayList<>();
  private IOException refusal;
  private final SharedTransports transports =
      new SharedTransports(
          time,
          settings -> {
            if (refusal != null) {
              throw refusal;
            }
            opened.add(new FakeClient());
            return opened.get(opened.size() - 1);
          });

  @Test
  void opensOneClientForEqualSettings() throws Exception {
    Transport one = transports.get(settings(1));
    Transport other = transports.get(settings(1));

    call(one);
    call(other);

    assertThat(opened).hasSize(1);
  }

  @Test
  void failsAtOnceIfAClientCannotBeOpened() {
    refusal = new IOException("no key store");

    assertThatIOException().isThrownBy(() -> transports.get(settings(1)));
  }

  @Test
  void closesAClientAfterFiveIdleMinutes() throws Exception {
    Transport transport = transports.get(settings(1));
    time.pass(Duration.ofMinutes(4));
    call(transport);

    time.pass(Duration.ofMinutes(4));
    transports.closeIdle();
    boolean closedTooEarly = opened.get(0).closed;
    time.pass(Duration.ofMinutes(1));
    transports.closeIdle();

    assertThat(closedTooEarly).isFalse();
    assertThat(opened.get(0).closed).isTrue();
    assertThat(transports.size()).isZero();
  }

  @Test
  void reopensAClosedClient() throws Exception {
    Transport transport = transports.get(settings(1));
    Transport other = transports.get(settings(1));
    time.pass(Duration.ofHours(1));
    transports.closeIdle();

    call(transport);
    call(other);
    call(transport);

    assertThat(opened).hasSize(2);
    assertThat(transports.size()).isEqualTo(1);
  }

  @Test
  void failsIfAClientCannotBeReopened() throws Exception {
    Transport transport = transports.get(settings(1));
    time.pass(Duration.ofHours(1));
    transports.closeIdle();
    refusal = new IOException("no key store");

    assertThatExceptionOfType(ArkUnavailableException.class)
        .isThrownBy(() -> call(transport))
        .withMessageContaining("sslContextParameters")
        .withCause(refusal);
  }

  @Test
  void keepsIdleClientsWithinItsLimit() throws Exception {
    List<Transport> held = new ArrayList<>();

    for (int i = 0; i < 10_000; i++) {
      held.add(transports.get(settings(i)));
      assertThat(transports.size()).isLessThanOrEqualTo(SharedTransports.MOST);
    }

    assertThat(opened.stream().filter(client -> !client.closed)).hasSize(SharedTransports.MOST);
    call(held.get(0));
    assertThat(opened).hasSize(10_001);
  }

  @Test
  void closesTheLeastRecentlyCalledClient() throws Exception {
    Transport first = transports.get(settings(0));
    for (int i = 1; i < SharedTransports.MOST; i++) {
      time.pass(Duration.ofSeconds(1));
      transports.get(settings(i));
    }
    time.pass(Duration.ofSeconds(1));
    call(first);

    transports.get(settings(SharedTransports.MOST));

    assertThat(opened.get(0).closed).isFalse();
    assertThat(opened.get(1).closed).isTrue();
    assertThat(opened.stream().filter(client -> client.closed)).hasSize(1);
  }

  @Test
  void doesNotCloseAClientDuringACall() throws Exception {
    Transport transport = transports.get(settings(0));
    opened.get(0).duringACall =
        () -> {
          time.pass(Duration.ofHours(1));
          transports.closeIdle();
          for (int i = 1; i <= 2 * SharedTransports.MOST; i++) {
            open(i);
          }
        };

    call(transport);

    assertThat(opened.get(0).closed).isFalse();
    assertThat(transports.size()).isEqualTo(SharedTransports.MOST);
  }

  @Test
  void exceedsItsLimitWhileAllAreCalled() throws Exception {
    callWithinACall(0, SharedTransports.MOST + 10);

    assertThat(opened).hasSize(SharedTransports.MOST + 10);
    transports.get(settings(-1));
    assertThat(transports.size()).isEqualTo(SharedTransports.MOST);
  }

  @Test
  void closesAllForGoodWhenItIsClosed() throws Exception {
    Transport transport = transports.get(settings(1));

    transports.close();

    assertThat(opened.get(0).closed).isTrue();
    assertThat(transport.isOpen()).isFalse();
  }

  @Test
  void namesTheFixForACallAfterClosing() throws Exception {
    Transport used = transports.get(settings(1));
    call(used);
    time.pass(Duration.ofHours(1));
    transports.closeIdle();
    transports.close();

    assertThatExceptionOfType(ArkUnavailableException.class)
        .isThrownBy(() -> call(used))
        .withMessageContaining("the component was stopped")
        .withMessageContaining("start it again")
        .satisfies(e -> assertThat(e.mayHaveBeenExecuted()).isFalse());
    assertThat(opened).hasSize(1);
  }

  private void callWithinACall(int number, int most) {
    Transport transport = open(number);
    opened.get(opened.size() - 1).duringACall =
        () -> {
          if (number + 1 < most) {
            callWithinACall(number + 1, most);
          }
        };
    call(transport);
  }

  private Transport open(int number) {
    try {
      return transports.get(settings(number));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void call(Transport transport) {
    transport.execute(
        new Request(
            ApiOperation.LIST_FILES,
            null,
            "https://ark.example",
            "/files",
            null,
            "r-1",
            0,
            new FakeJudge()));
  }

  private static TransportSettings settings(int number) {
    return new TransportSettings(
        URI.create("https://ark.example"),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        Duration.ofMinutes(10),
        Duration.ofMinutes(2),
        Duration.ofMinutes(10),
        200,
        1_000 + number,
        List.of(),
        null,
        new HttpOptions(Map.of()));
  }
}
