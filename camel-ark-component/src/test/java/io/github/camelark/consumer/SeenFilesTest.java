// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SeenFilesTest {

  private final Map<String, Object> claims = new HashMap<>();
  private final Map<String, Object> done = new HashMap<>();

  /** What an asynchronous route may do between the first look at a file and its claim. */
  static Stream<Arguments> ends() {
    return Stream.of(
        end("done", Decision.DONE, seen -> seen.done("a")),
        end("deleted", Decision.DONE, seen -> seen.deleted("a")),
        end("failed", Decision.LATER, seen -> seen.failed("a", Duration.ofSeconds(10))));
  }

  private static Arguments end(String name, Decision expected, Consumer<SeenFiles> end) {
    return Arguments.of(name, expected, end);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ends")
  void fileThatEndsWhileItIsClaimedIsNotEmitted(
      String name, Decision expected, Consumer<SeenFiles> end) {
    Interrupted inProgress = new Interrupted(claims);
    SeenFiles seen = seen(inProgress, new MemoryIdempotentRepository(done));
    inProgress.between = () -> end.accept(seen);

    Decision decision = seen.claim("a", "a");

    assertThat(decision).isEqualTo(expected);
    assertThat(claims).isEmpty();
  }

  @Test
  void repositoryThatFailsAfterTheClaimKeepsNoClaim() {
    Interrupted inProgress = new Interrupted(claims);
    Broken broken = new Broken(done);
    SeenFiles seen = seen(inProgress, broken);
    inProgress.between = () -> broken.isBroken = true;

    assertThatThrownBy(() -> seen.claim("a", "a")).hasMessage("no connection");

    assertThat(claims).isEmpty();
  }

  private static SeenFiles seen(IdempotentRepository inProgress, IdempotentRepository done) {
    return new SeenFiles(new Claims(inProgress, () -> {}), done, () -> 0);
  }

  private static final class Interrupted extends MemoryIdempotentRepository {

    private Runnable between = () -> {};

    Interrupted(Map<String, Object> keys) {
      super(keys);
    }

    @Override
    public boolean add(String key) {
      between.run();
      return super.add(key);
    }
  }

  private static final class Broken extends MemoryIdempotentRepository {

    private boolean isBroken;

    Broken(Map<String, Object> keys) {
      super(keys);
    }

    @Override
    public boolean contains(String key) {
      if (isBroken) {
        throw new IllegalStateException("no connection");
      }
      return super.contains(key);
    }
  }
}
