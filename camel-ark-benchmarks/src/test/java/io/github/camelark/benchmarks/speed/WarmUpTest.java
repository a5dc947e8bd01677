// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;

/** How long it calls, and of whom it says that the compiler still works for them. */
class WarmUpTest {

  private static final int ROUNDS = 6;
  private static final CallCase FIRST = new CallCase(CallKind.DELETE_8, Variant.ARK);
  private static final CallCase SECOND = new CallCase(CallKind.DELETE_8, Variant.RAW_SOCKET);
  private static final CallCase LATER = new CallCase(CallKind.LIST_1, Variant.ARK);
  private static final List<CallCase> ALL = List.of(FIRST, SECOND, LATER);

  private final List<CallCase> measured = new ArrayList<>();

  @Test
  void callsInTurnUntilFourSlicesInARowAreCalm() throws Exception {
    List<CallCase> busy = warmUp(ROUNDS, (callCase, number) -> number == 2 ? 0.06 : 0.05);

    assertThat(busy).isEmpty();
    assertThat(measured).startsWith(FIRST, SECOND, FIRST, SECOND).endsWith(LATER);
    assertThat(ALL).allMatch(callCase -> times(callCase) == ROUNDS);
  }

  @Test
  void givesWhatIsBusyASecondChanceAfterAllOthers() throws Exception {
    List<CallCase> busy =
        warmUp(ROUNDS, (callCase, number) -> callCase == FIRST && number <= ROUNDS ? 0.5 : 0);

    assertThat(busy).isEmpty();
    assertThat(times(SECOND)).isEqualTo(WarmUp.CALM_SLICES);
    assertThat(times(FIRST)).isEqualTo(ROUNDS + WarmUp.CALM_SLICES);
    assertThat(measured).endsWith(LATER, FIRST, FIRST, FIRST, FIRST);
  }

  @Test
  void namesWhatIsStillBusyAfterTwoPasses() throws Exception {
    List<CallCase> busy = warmUp(ROUNDS, (callCase, number) -> callCase == SECOND ? 0.5 : 0);

    assertThat(busy).containsExactly(SECOND);
    assertThat(times(SECOND)).isEqualTo(2 * ROUNDS);
  }

  @Test
  void callsNobodyAndNamesNobodyWithoutRounds() throws Exception {
    assertThat(warmUp(0, (callCase, number) -> 1)).isEmpty();
    assertThat(measured).isEmpty();
  }

  /**
   * @param share the compiler's part of the slice of this number of a case, counted from 1
   */
  private List<CallCase> warmUp(int rounds, ToDoubleBiFunction<CallCase, Integer> share)
      throws IOException {
    WarmUp.Slices slices =
        callCase -> {
          measured.add(callCase);
          return new Slice(1, 1, 1, share.applyAsDouble(callCase, times(callCase)));
        };
    return new WarmUp(rounds, slices).run(ALL);
  }

  private int times(CallCase callCase) {
    return Collections.frequency(measured, callCase);
  }
}
