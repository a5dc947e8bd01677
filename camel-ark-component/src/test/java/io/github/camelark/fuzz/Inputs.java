// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** The inputs of all properties. jqwik shrinks them by leaving out changes. */
public final class Inputs {

  private static final int LARGEST = 1 << 20;

  private Inputs() {}

  /** Whole replies as a server would write them, with changes in body, head, and on the wire. */
  public static Arbitrary<SpoiltReply> replies() {
    return Combinators.combine(
            seeds(),
            few(bodyChanges(), 1, 3),
            few(changes(HeadChange.values()), 2, 2),
            // most of these end what is HTTP, so that nothing of the rest is seen
            few(changes(ByteChange.values()), 5, 2))
        .as(SpoiltReply::new);
  }

  /** One to three replies, for one try after the other. */
  public static Arbitrary<List<SpoiltReply>> scripts() {
    return replies().list().ofMinSize(1).ofMaxSize(3);
  }

  /** Bodies, with more changes than those that must come through HTTP first. */
  public static Arbitrary<SpoiltReply> bodies() {
    return Combinators.combine(seeds(), bodyChanges().list().ofMaxSize(5))
        .as((seed, changes) -> new SpoiltReply(seed, changes, List.of(), List.of()));
  }

  /** Values of headers, above all times. */
  public static Arbitrary<SpoiltText> headerValues() {
    return Combinators.combine(
            Arbitraries.of(OddHead.TIMES), few(changes(ByteChange.values()), 1, 3))
        .as(SpoiltText::new);
  }

  /** Successes more often: there is more in them to be spoilt, and more that follows. */
  private static Arbitrary<Seed> seeds() {
    return Arbitraries.frequency(
        Seed.all().stream().map(seed -> Tuple.of(seed.isSuccess() ? 3 : 1, seed)).toList());
  }

  private static Arbitrary<Change<byte[]>> bodyChanges() {
    List<Change.Kind<byte[]>> kinds = new ArrayList<>();
    Stream.of(BodyChange.values()).forEach(kinds::add);
    // their meaning is in the place: more often
    kinds.addAll(List.of(BodyChange.ODD_VALUE, BodyChange.EXTREME_NUMBER, BodyChange.OTHER_NAME));
    Stream.of(ByteChange.values()).forEach(kinds::add);
    return changes(kinds);
  }

  @SafeVarargs
  private static <T> Arbitrary<Change<T>> changes(Change.Kind<T>... kinds) {
    return changes(List.of(kinds));
  }

  private static <T> Arbitrary<Change<T>> changes(List<? extends Change.Kind<T>> kinds) {
    return Combinators.combine(Arbitraries.of(kinds), numbers(), numbers())
        .as((kind, where, how) -> new Change<T>(kind, where, how));
  }

  private static Arbitrary<Integer> numbers() {
    return Arbitraries.integers()
        .between(0, LARGEST)
        .withDistribution(RandomDistribution.uniform());
  }

  /** None, one or some: the more weight none has, the more that is right is reached. */
  private static <T> Arbitrary<List<T>> few(Arbitrary<T> things, int weightOfNone, int most) {
    return Arbitraries.frequencyOf(
        Tuple.of(2 * weightOfNone, Arbitraries.just(List.of())),
        Tuple.of(2, things.list().ofSize(1)),
        Tuple.of(1, things.list().ofMinSize(1).ofMaxSize(most)));
  }
}
