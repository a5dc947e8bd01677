// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Answers requests: finds the provider, keeps the journal, lets faults happen. Thread-safe. */
final class SimulatedApi {

  // The longer of two paths comes first where one begins like the other.
  private static final List<Dialect> DIALECTS =
      List.of(AzureDialect.v1(), AzureDialect.dated(), new ArkDialect(), new OpenAiDialect());

  private final SimulatorState state;
  private final AtomicLong lastRequest = new AtomicLong();

  SimulatedApi(SimulatorState state) {
    this.state = state;
  }

  /** Notes the head of a request, whose body is still to be read. */
  Arrival arrived(ApiRequest head) {
    Dialect dialect = dialectOf(head.path());
    Account account = dialect == null ? null : state.accounts().openedBy(head, dialect);
    RecordedRequest recorded =
        head.recorded(
            dialect == null ? null : dialect.provider(), account == null ? null : account.name());
    Journal.Entry entry = state.journal().add(recorded);
    return new Arrival(head, dialect, account, state.faults().take(recorded), entry);
  }

  SimulatedAnswer answer(Arrival arrival, RequestBody body) {
    ApiRequest request = arrival.head().with(body);
    Dialect dialect = arrival.dialect();
    SimulatedFault fault = arrival.fault();
    String requestId = String.format("simulated-%08d", lastRequest.incrementAndGet());

    Call call = new Call(request, dialect, arrival.account(), requestId, state);
    SimulatedAnswer answer = fault == null ? call.execute() : fault.strike(call);
    if (state.settings().compression().appliesTo(request)) {
      answer = answer.compressed();
    }

    arrival.entry().answered(answer.sentStatus());
    SimulatedAnswer dated = answer.withDefault("Date", date());
    return dialect == null ? dated : dated.withDefault(dialect.requestIdHeader(), requestId);
  }

  private static @Nullable Dialect dialectOf(String path) {
    return DIALECTS.stream()
        .filter(dialect -> (path + "/").startsWith(dialect.basePath() + "/"))
        .findFirst()
        .orElse(null);
  }

  /** Tells the time of the simulator's clock, which need not be that of the machine. */
  private String date() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        state.settings().clock().instant().atOffset(ZoneOffset.UTC));
  }
}
