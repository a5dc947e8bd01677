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
 * promises in as many attempts as it promises, leaves no connection behind, and works again as soon
 * as the service does.
 *
 * <p>Time is given: it passes when the component waits between attempts, or when a row lets it
 * pass. Only silence on a socket takes as long as it takes.
 */
@Timeout(60)
abstract class FaultTestSupport {

  /** A call is over when a row lets {@link #CALL_TIMEOUT} pass, and not by itself. */
  static final String SHORT_CALL = "callTimeout=200ms";

  static final Duration CALL_TIMEOUT = Duration.ofMillis(200);

  /** Gives up on a silent server soon, and retries once. */
  static final String IMPATIENT = "responseTimeout=200ms&maxRetries=1";

  /** Gives up connecting soon, and retries once. */
  static final String IMPATIENT_TO_CONNECT = "connectTimeout=100ms&maxRetries=1";

  /** A machine that is busy enough makes a normal service look silent, but not so often. */
  private static final int MOST_REPETITIONS = 9;

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
      meet(fault, subject, MOST_REPETITIONS);
    } catch (Throwable e) {
      // a failed one must not affect those that follow
      stop();
      start();
      throw e;
    }
  }

  private static void meet(Fault fault, Subject subject, int repetitions) throws Exception {
    Expected expected = fault.expected().get(subject);
    beginWithAFullSecond();
    long begun = System.nanoTime();
    connect(fault, subject);
    service.behave(nextFile(), subject, fault.behaviour(), fault.connection());

    Result result = drive(fault, subject);

    // the pool looks closer at a connection that was idle for so long
    boolean idle = fault.connection() != Connection.CLOSED_POLITELY && isASecondAgo(begun);
    boolean missed = service.isHeadMissed() || isListMissed(fault, subject, result);
    if (repetitions > 0 && (idle || missed)) {
      recovers(fault, subject, result);
      meet(fault, subject, repetitions - 1);
      return;
    }
    expected.check(result);
    assertThat(service.attempts()).as("attempts that the server saw").isEqualTo(expected.seen());
    assertThat(service.isFloodTaken()).as("whether it read all of an endless reply").isFalse();
    if (subject == Subject.CONSUMER && expected.retryAfter() != null) {
      assertThat(drive(fault, subject).failure()).isNull();
      assertThat(service.attempts()).as("no poll before its time").isEqualTo(expected.seen());
    }
    recovers(fault, subject, result);
  }

  /** Whether the normal list of a consumer came too late for an impatient row. */
  private static boolean isListMissed(Fault fault, Subject subject, Result result) {
    return subject == Subject.CONSUMER_DELETION
        && fault.options().equals(IMPATIENT)
        && (result.emitted().isEmpty()
            || result.sleeps().size() >= fault.expected().get(subject).attempts());
  }

  /** Makes the connection that is to be broken; the list of a consumer does so for its deletion. */
  private static void connect(Fault fault, Subject subject) throws Exception {
    if (fault.connection() != Connection.CLOSED_POLITELY && subject != Subject.CONSUMER_DELETION) {
      service.beHonest(nextFile(), fault.connection());
      Expected.succeeds().check(drive(fault, subject));
    }
  }

  private static void recovers(Fault fault, Subject subject, Result result) throws Exception {
    service.beHonest(currentFile(), Connection.CLOSED_POLITELY);

    Result next = driveHonestly(subject, service, fault.options(), currentFile());

    if (subject.isConsumer() && result.failure() == null) {
      assertThat(next.failure()).isNull();
      assertThat(next.emitted()).as("what is done does not come again").isEmpty();
    } else {
      int attempts = isImpatient(fault.options()) ? 1 + next.sleeps().size() : 1;
      Expected.succeeds().inAttempts(attempts).check(next);
    }
    service.awaitNoConnection();
  }

  /** Calls or polls a normal service when no pause is left. */
  static Result driveHonestly(Subject subject, FaultyService honest, String options, String file)
      throws Exception {
    time.pass(LONGER_THAN_ANY_PAUSE);
    Result result = driver.drive(subject, honest.baseUrl(), options, file);
    for (int i = 0; isImpatient(options) && i < MOST_REPETITIONS && result.failure() != null; i++) {
      time.pass(LONGER_THAN_ANY_PAUSE);
      result = driver.drive(subject, honest.baseUrl(), options, file);
    }
    return result;
  }

  static boolean isImpatient(String options) {
    return options.equals(IMPATIENT) || options.equals(IMPATIENT_TO_CONNECT);
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
