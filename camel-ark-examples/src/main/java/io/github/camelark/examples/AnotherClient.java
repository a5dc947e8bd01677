// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.SimulatedProvider;
import java.util.Map;
import java.util.function.Consumer;

/** Another client that cleans up the same account, and deletes two of the files first. */
final class AnotherClient implements Consumer<Event> {

  /**
   * The files that it deletes, by what it waits for: the one is missing at the retrieve then, the
   * other at the delete.
   */
  private static final Map<Step, String> DELETED_AT =
      Map.of(Step.LISTED, SampleAccount.fileId(26), Step.RETRIEVED, SampleAccount.fileId(34));

  static final int FILES = DELETED_AT.size();

  private final ArkSimulator simulator;
  private final SimulatedProvider provider;

  AnotherClient(ArkSimulator simulator, SimulatedProvider provider) {
    this.simulator = simulator;
    this.provider = provider;
  }

  @Override
  public void accept(Event event) {
    String id = DELETED_AT.get(event.step());
    if (id != null && id.equals(event.id())) {
      simulator.removeFile(provider, id);
    }
  }
}
