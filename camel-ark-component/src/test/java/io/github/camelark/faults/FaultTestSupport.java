// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.faults.FaultyService.Connection;
import io.github.camelark.transport.FakeTime;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;

/**
 * Plays a row of a fault table with one subject: it meets the fault, gets what the contract
 * promises in as many tries as it promises, leaves no connection behind, and is well again as soon
 * as the service is.
 *
 * <p>Time is given: it passes when the component waits between tries, or when a row lets it pass.
 * Only silence on a socket takes as long as it takes.
 */
@Timeout(60)
abstract class FaultTestSupport {

  /** A call is over when a row lets {@link #CALL_TIMEOUT} pass, and not by itself. */
  static final String SHORT_CALL = "callTimeout=200ms";

  static final Duration CALL_TIMEOUT = Duration.ofMillis(200);

  /** Gives up a silent server soon, and tries once more. */
  static final String IMPATIENT = "responseTimeout=100ms&maxRetries=1";

  private static final Duration LONGER_THAN_ANY_PAUSE = Duration.ofHours(2);

  static FakeTime time;
  static FaultyService service;
  static Driver driver;
  private static int files;

  @BeforeAll
  static void start() throws Exception {
    time = new FakeTime();
    service = new FaultyService(time);
    driver = new Driver(time);
  }

  @AfterAll
  static void stop() throws Exception {
    driver.close();
    service.close();
  }

  static void play(Fault fault, Subject subject) throws Exception {
    try {
      meet(fault, subject);
    } catch (Throwable e) {
      // one that fails must not spoil those that follow
      stop();
      start();
      throw e;
    }
  }

  private static void meet(Fault fault, Subject subject) throws Exception {
    Expected expected = fault.expected().get(subject);
    beginWithAFullSecond();
    long begun = System.nanoTime();
    connect(fault, subject);
    service.behave(nextFile(), subject, fault.behaviour(), fault.connection());

    Result result = drive(fault, subject);

    if (fault.connection() != Connection.CLOSED_POLITELY && isASecondAgo(begun)) {
      // the pool looks closer at a connection that was idle for so long
      isWellAgain(fault, subject, result);
      meet(fault, subject);
      return;
    }
    expected.check(result);
    assertThat(service.tries()).as("tries that the server saw").isEqualTo(expected.seen());
    assertThat(service.isFloodTaken()).as("whether it read all of an endless reply").isFalse();
    if (subject == Subject.CONSUMER && expected.retryAfter() != null) {
      assertThat(drive(fault, subject).failure()).isNull();
      assertThat(service.tries()).as("no poll before its time").isEqualTo(expected.seen());
    }
    isWellAgain(fault, subject, result);
  }

  /** Makes the connection that is to be broken; the list of a consumer does so for its deletion. */
  private static void connect(Fault fault, Subject subject) throws Exception {
    if (fault.connection() != Connection.CLOSED_POLITELY && subject != Subject.CONSUMER_DELETION) {
      service.beHonest(nextFile(), fault.connection());
      Expected.succeeds().check(drive(fault, subject));
    }
  }

  private static void isWellAgain(Fault fault, Subject subject, Result result) throws Exception {
    time.pass(LONGER_THAN_ANY_PAUSE);
    service.beHonest(currentFile(), Connection.CLOSED_POLITELY);

    Result next = drive(fault, subject);

    int tries = 1;
    if (fault.options().equals(IMPATIENT)) {
      // a machine that is busy enough makes an honest service look silent
      for (int i = 0; i < 9 && next.failure() != null; i++) {
        time.pass(LONGER_THAN_ANY_PAUSE);
        next = drive(fault, subject);
      }
      tries += next.sleeps().size();
    }
    if (subject.isConsumer() && result.failure() == null) {
      assertThat(next.failure()).isNull();
      assertThat(next.emitted()).as("what is done does not come again").isEmpty();
    } else {
      Expected.succeeds().inTries(tries).check(next);
    }
    service.awaitEndOfConversations();
  }

  private static Result drive(Fault fault, Subject subject) throws Exception {
    return driver.drive(subject, service.baseUrl(), fault.options(), currentFile());
  }

  private static boolean isASecondAgo(long nanoTime) {
    return System.nanoTime() - nanoTime > 1_000_000_000;
  }

  /** So that what a date says is whole seconds away. */
  private static void beginWithAFullSecond() {
    time.pass(Duration.ofNanos(1_000_000_000 - time.nanos() % 1_000_000_000));
  }

  private static String nextFile() {
    files++;
    return currentFile();
  }

  private static String currentFile() {
    return "file-" + files;
  }
}
