// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.CapturedLog;
import io.github.camelark.api.ApiOperation;
import org.junit.jupiter.api.Test;

class PaceBookTest {

  private static final double BY_DEFAULT = 20;

  private final PaceBook book = new PaceBook();

  @Test
  void givesTheSamePaceForTheSameAddressKeyAndOperation() {
    Pace one = join(key("a", "key-1", ApiOperation.LIST_FILES), "one", null);
    Pace other = join(key("a", "key-1", ApiOperation.LIST_FILES), "other", null);

    assertThat(other).isSameAs(one);
  }

  @Test
  void givesEachAddressKeyAndOperationAPaceOfItsOwn() {
    Pace pace = join(key("a", "key-1", ApiOperation.LIST_FILES), "one", null);

    assertThat(join(key("b", "key-1", ApiOperation.LIST_FILES), "two", null)).isNotSameAs(pace);
    assertThat(join(key("a", "key-2", ApiOperation.LIST_FILES), "three", null)).isNotSameAs(pace);
    assertThat(join(key("a", "key-1", ApiOperation.DELETE_FILE), "four", null)).isNotSameAs(pace);
  }

  @Test
  void keepsTheDefaultIfNobodyAsks() {
    Pace pace = join("one", null);

    assertThat(pace.requestsPerSecond()).isEqualTo(BY_DEFAULT);
  }

  @Test
  void takesAHigherRateThanTheDefaultIfItIsAskedFor() {
    join("one", null);

    Pace pace = join("other", 50.0);

    assertThat(pace.requestsPerSecond()).isEqualTo(50);
  }

  @Test
  void takesTheLowestRateThatIsAskedFor() {
    join("one", 30.0);
    join("two", 10.0);

    Pace pace = join("three", 20.0);

    assertThat(pace.requestsPerSecond()).isEqualTo(10);
  }

  @Test
  void hasNoLimitIfNoneIsAskedFor() {
    Pace pace = join("one", 0.0);

    assertThat(pace.requestsPerSecond()).isZero();
  }

  @Test
  void takesAnyLimitForLowerThanNone() {
    join("one", 0.0);

    Pace pace = join("other", 40.0);

    assertThat(pace.requestsPerSecond()).isEqualTo(40);
  }

  @Test
  void returnsToTheOtherRateWhenTheLowestLeaves() {
    join("one", 30.0);
    Pace pace = join("other", 10.0);

    book.leave("other");

    assertThat(pace.requestsPerSecond()).isEqualTo(30);
  }

  @Test
  void returnsToTheDefaultWhenNobodyAsksAnyMore() {
    Pace pace = join("one", null);
    join("other", 10.0);

    book.leave("other");

    assertThat(pace.requestsPerSecond()).isEqualTo(BY_DEFAULT);
  }

  @Test
  void forgetsAPaceWhenTheLastOneLeaves() {
    Pace before = join("one", 10.0);

    book.leave("one");

    assertThat(join("one", null)).isNotSameAs(before);
  }

  @Test
  void letsAStrangerLeave() {
    Pace pace = join("one", 10.0);

    book.leave("stranger");

    assertThat(join("other", null)).isSameAs(pace);
  }

  @Test
  void warnsOnceOfDifferentRatesAndNamesBoth() {
    try (CapturedLog log = CapturedLog.of(PaceBook.class)) {
      join("endpoint one", 30.0);
      join("endpoint two", 10.0);
      join("endpoint three", 5.0);

      assertThat(log.warnings()).singleElement().asString().contains("endpoint one", "30.0");
      assertThat(log.warnings()).singleElement().asString().contains("endpoint two", "10.0");
    }
  }

  @Test
  void warnsOnceForAllOperations() {
    try (CapturedLog log = CapturedLog.of(PaceBook.class)) {
      for (ApiOperation operation : ApiOperation.values()) {
        join(key("a", "key-1", operation), "endpoint one", 30.0);
        join(key("a", "key-1", operation), "endpoint two", 10.0);
      }

      assertThat(log.warnings()).hasSize(1);
    }
  }

  @Test
  void doesNotWarnIfAllAskForTheSameOrNobodyElseAsks() {
    try (CapturedLog log = CapturedLog.of(PaceBook.class)) {
      join("one", 10.0);
      join("two", null);
      join("three", 10.0);

      assertThat(log.warnings()).isEmpty();
    }
  }

  @Test
  void neverPrintsTheKey() {
    assertThat(key("address", "secret", ApiOperation.LIST_FILES).toString())
        .contains("address", "files list")
        .doesNotContain("secret");
  }

  private Pace join(String member, Double asked) {
    return join(key(), member, asked);
  }

  private Pace join(PaceBook.Key key, String member, Double asked) {
    return book.join(key, member, asked, BY_DEFAULT);
  }

  private static PaceBook.Key key() {
    return key("address", "key-1", ApiOperation.LIST_FILES);
  }

  private static PaceBook.Key key(String address, String identity, ApiOperation operation) {
    return new PaceBook.Key(address, identity, operation);
  }
}
