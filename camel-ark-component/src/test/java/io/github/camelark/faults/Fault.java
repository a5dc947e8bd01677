// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.faults;

import io.github.camelark.faults.FaultyService.Connection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A row of a table: what the server does, and the outcome for each subject.
 *
 * @param options of the endpoint, where the defaults would take too long
 * @param connection what happens to connections after the normal replies before it
 */
record Fault(
    String name,
    String options,
    Connection connection,
    Behaviour behaviour,
    Map<Subject, Expected> expected) {

  static Fault fault(String name, Behaviour behaviour, Expected expected) {
    Map<Subject, Expected> all = new EnumMap<>(Subject.class);
    for (Subject subject : Subject.values()) {
      all.put(subject, expected);
    }
    return new Fault(name, "", Connection.CLOSED_POLITELY, behaviour, all);
  }

  Fault with(String newOptions) {
    return new Fault(name, newOptions, connection, behaviour, expected);
  }

  Fault onAConnection(Connection newConnection) {
    return new Fault(name, options, newConnection, behaviour, expected);
  }

  /** The same but for these subjects. */
  Fault butFor(Set<Subject> subjects, Expected other) {
    Map<Subject, Expected> changed = new EnumMap<>(expected);
    subjects.forEach(subject -> changed.put(subject, other));
    return new Fault(name, options, connection, behaviour, changed);
  }

  Fault butFor(Subject subject, Expected other) {
    return butFor(Set.of(subject), other);
  }

  /** Each fault with each subject that meets it, as arguments of a test. */
  static Stream<Object[]> withEverySubject(Stream<Fault> faults) {
    return faults.flatMap(
        fault -> fault.expected.keySet().stream().map(subject -> new Object[] {fault, subject}));
  }

  static Stream<Object[]> withEverySubject(Fault... faults) {
    return withEverySubject(Stream.of(faults));
  }

  @Override
  public String toString() {
    return options.isEmpty() ? name : name + ", " + options;
  }
}
