// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.api.ApiOperation;
import io.github.camelark.support.CapturedLog;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceBookTest {

  private static final double BY_DEFAULT = 20;

  private final FakeTime time = new FakeTime();
  private final PaceBook book = new PaceBook(time);

  @Test
  void sameAddressKeyAndOperationShareAPace() {
    Pace one = join(key("a", "key-1", ApiOperation.LIST_FILES), "one", null);
    Pace other = join(key("a", "key-1", ApiOperation.LIST_FILES), "other", null);

    assertThat(other).isSameAs(one);
  }

  @Test
  void eachAddressKeyAndOperationHasItsOwnPace() {
    Pace pace = join(key("a", "key-1", ApiOperation.LIST_FILES), "one", null);

    assertThat(join(key("b", "key-1", ApiOperation.LIST_FILES), "two", null)).isNotSameAs(pace);
    assertThat(join(key("a", "key-2", ApiOperation.LIST_FILES), "three", null)).isNotSameAs(pace);
    assertThat(join(key("a", "key-1", ApiOperation.DELETE_FILE), "four", null)).isNotSameAs(pace);
  }

  @Test
  void keepsTheDefaultWithoutARequestedRate() {
    Pace pace = join("one", null);

    assertThat(pace.requestsPerSecond()).isEqualTo(BY_DEFAULT);
  }

  @Test
  void usesAHigherRateThanTheDefaultIfRequested() {
    join("one", null);

    Pace pace = join("other", 50.0);

    assertThat(pace.requestsPerSecond()).isEqualTo(50);
  }

  @Test
  void usesTheLowestRequestedRate() {
    join("one", 30.0);
    join("two", 10.0);

    Pace pace = join("three", 20.0);

    assertThat(pace.requestsPerSecond()).isEqualTo(10);
  }

  @Test
  void hasNoLimitByDefault() {
    Pace pace = join("one", 0.0);

    assertThat(pace.requestsPerSecond()).isZero();
  }

  @Test
  void treatsAnyLimitAsLowerThanNone() {
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
  void returnsToTheDefaultAfterTheLastRequestedRate() {
    Pace pace = join("one", null);
    join("other", 10.0);

    book.leave("other");

    assertThat(pace.requestsPerSecond()).isEqualTo(BY_DEFAULT);
  }

  @Test
  void keepsTheSpacingForALaterEndpoint() {
    takeTurn(join("one", 10.0));
    book.leave("one");

    Duration wait = takeTurn(join("other", 10.0));

    assertThat(wait).isEqualTo(Duration.ofMillis(102));
  }

  @Test
  void keepsTheRateOfTheLastEndpointForItsStreams() {
    Pace pace = join("one", 10.0);

    book.leave("one");

    assertThat(pace.requestsPerSecond()).isEqualTo(10);
  }

  @Test
  void usesTheRateOfALaterEndpoint() {
    join("one", 10.0);
    book.leave("one");

    assertThat(join("other", 30.0).requestsPerSecond()).isEqualTo(30);
    book.leave("other");
    assertThat(join("third", null).requestsPerSecond()).isEqualTo(BY_DEFAULT);
  }

  @Test
  void doesNotAccumulateUnusedPaces() {
    for (int i = 0; i < 10_000; i++) {
      takeTurn(join(key("address", "key-" + i, ApiOperation.LIST_FILES), "one", null));
      book.leave("one");
      time.pass(Duration.ofMillis(60));
    }

    assertThat(book.size()).isLessThanOrEqualTo(1_000);
  }

  @Test
  void keepsEveryPaceThatStillDelaysACall() {
    Pace first = join(key("address", "slow", ApiOperation.LIST_FILES), "one", 0.001);
    takeTurn(first);
    book.leave("one");

    for (int i = 0; i < 3_000; i++) {
      takeTurn(join(key("address", "key-" + i, ApiOperation.LIST_FILES), "other", null));
      book.leave("other");
      time.pass(Duration.ofMillis(60));
    }

    assertThat(join(key("address", "slow", ApiOperation.LIST_FILES), "two", 0.001)).isSameAs(first);
  }

  @Test
  void ignoresAnUnknownEndpointThatLeaves() {
    Pace pace = join("one", 10.0);

    book.leave("stranger");

    assertThat(join("other", null)).isSameAs(pace);
  }

  @Test
  void warnsOnceAboutDifferentRatesAndNamesBoth() {
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
  void doesNotWarnWithoutDifferentRates() {
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

  private Duration takeTurn(Pace pace) {
    return pace.takeTurn(time.nanos(), Duration.ofHours(1));
  }

  private static PaceBook.Key key() {
    return key("address", "key-1", ApiOperation.LIST_FILES);
  }

  private static PaceBook.Key key(String address, String identity, ApiOperation operation) {
    return new PaceBook.Key(address, identity, operation);
  }
}
