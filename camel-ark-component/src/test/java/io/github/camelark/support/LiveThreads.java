// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.support;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.PlatformManagedObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The threads of this JVM, virtual ones included, which Java shows only in a dump. */
public final class LiveThreads {

  // Java 21 has both, the build may be of 17.
  private static final String BEAN = "com.sun.management.HotSpotDiagnosticMXBean";
  private static final String FORMAT = BEAN + "$ThreadDumpFormat";

  private LiveThreads() {}

  /** The names of those that have this in their names, in order. */
  public static List<String> named(String part) {
    Stream<String> names = Runtime.version().feature() < 21 ? platformThreads() : allThreads();
    return names.filter(name -> name.toLowerCase(Locale.ROOT).contains(part)).sorted().toList();
  }

  private static Stream<String> platformThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .map(Thread::getName);
  }

  private static Stream<String> allThreads() {
    try {
      Path folder = Files.createTempDirectory("threads");
      Path file = folder.resolve("dump.json");
      try {
        dumpTo(file);
        return new ObjectMapper()
            .readTree(file.toFile()).findValues("threads").stream()
                .flatMap(container -> container.findValuesAsText("name").stream());
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void dumpTo(Path file) {
    try {
      Class<?> bean = Class.forName(BEAN);
      Class<?> format = Class.forName(FORMAT);
      Object json = format.getField("JSON").get(null);
      bean.getMethod("dumpThreads", String.class, format)
          .invoke(
              ManagementFactory.getPlatformMXBean(bean.asSubclass(PlatformManagedObject.class)),
              file.toString(),
              json);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot list the threads", e);
    }
  }
}
