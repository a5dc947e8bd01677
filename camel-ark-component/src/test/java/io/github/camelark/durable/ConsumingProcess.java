// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.durable;

import com.zaxxer.hikari.HikariDataSource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.apache.camel.support.processor.state.FileStateRepository;

/**
 * A JVM of its own whose route retrieves each file it receives, until there are none left. A test
 * can see at the simulator how far it is, and kill it.
 */
public final class ConsumingProcess {

  private ConsumingProcess() {}

  /**
   * Consumes, and ends when there is nothing left.
   *
   * @param arguments the URI to consume from, the URI to send each file to, how many threads do so,
   *     the JDBC URL for the bean {@code done}, the file for the bean {@code cursors}
   */
  public static void main(String[] arguments) throws Exception {
    int threads = Integer.parseInt(arguments[2]);
    Polls polls = new Polls();
    try (HikariDataSource pool = Database.open(arguments[3]);
        CamelContext context = new DefaultCamelContext()) {
      context.getRegistry().bind("polls", polls);
      context.getRegistry().bind("done", new JdbcMessageIdRepository(pool, "done"));
      context
          .getRegistry()
          .bind("cursors", FileStateRepository.fileStateRepository(new File(arguments[4])));
      context.addRoutes(
          new RouteBuilder() {
            @Override
            public void configure() {
              if (threads == 1) {
                from(arguments[0]).to(arguments[1]);
              } else {
                from(arguments[0]).threads(threads, threads).to(arguments[1]);
              }
            }
          });
      context.start();
      polls.awaitIdle();
    }
  }

  /** Starts such a process. */
  static Process start(String from, String to, int threads, String jdbcUrl, Path cursors, Path log)
      throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                ConsumingProcess.class.getName(),
                from,
                to,
                String.valueOf(threads),
                jdbcUrl,
                cursors.toString()))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /** Waits for its end, and returns whether it succeeded. */
  static boolean endsWell(Process process) throws InterruptedException {
    return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}
