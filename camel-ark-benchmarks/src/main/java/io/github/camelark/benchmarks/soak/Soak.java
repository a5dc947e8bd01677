// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Calls of all operations on several threads, and a consumer of files that come and go, over a few
 * connections to a server in a process of its own that does everything wrong. Heap, threads and
 * open files must stay as they are, and every caller must be told what the server did.
 */
public final class Soak {

  private Soak() {}

  /**
   * Soaks, prints a line a minute, and ends with 1 if something is wrong or grows.
   *
   * @param arguments minutes, calls per second
   */
  public static void main(String[] arguments) throws Exception {
    // lists that start over are the order of the day here
    ((Logger) LoggerFactory.getLogger("io.github.camelark")).setLevel(Level.ERROR);
    Duration duration = Duration.ofMinutes(Integer.parseInt(arguments[0]));
    SoakReport report = SoakRun.of(SoakPlan.of(duration, Integer.parseInt(arguments[1])));
    SoakVerdict verdict =
        new SoakVerdict(report.samples().stream().map(SoakSample::footprint).toList());
    System.out.println("in all:");
    System.out.println(report.total().line());
    System.out.println(verdict.line());
    List<String> wrong = new ArrayList<>(report.faults());
    wrong.addAll(verdict.growth());
    wrong.forEach(line -> System.out.println("WRONG: " + line));
    System.out.println(wrong.isEmpty() ? "flat, and all accounted for" : "not as it must be");
    System.exit(wrong.isEmpty() ? 0 : 1);
  }
}
