// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.karaf;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;

/** Which classes and threads are alive in another Java process, as jcmd would tell. */
final class LiveJvm {

  private static final Pattern CAMEL_THREAD = Pattern.compile("Camel \\((.*?)\\) thread ");

  private final MBeanServerConnection beans;

  LiveJvm(MBeanServerConnection beans) {
    this.beans = beans;
  }

  /** How many class loaders, of this and earlier revisions of a bundle, hold a class. */
  long loadersOf(Class<?> type) throws Exception {
    command("gcRun", new Object[] {}, new String[] {});
    String tree =
        command(
            "vmClassloaders",
            new Object[] {new String[] {"show-classes"}},
            new String[] {String[].class.getName()});
    return tree.lines().filter(line -> line.endsWith(" " + type.getName())).count();
  }

  private String command(String name, Object[] arguments, String[] types) throws Exception {
    ObjectName commands = new ObjectName("com.sun.management:type=DiagnosticCommand");
    return (String) beans.invoke(commands, name, arguments, types);
  }

  /** The names of the Camel contexts that have threads. */
  Set<String> camelContexts() throws Exception {
    return threadNames()
        .map(CAMEL_THREAD::matcher)
        .filter(Matcher::lookingAt)
        .map(name -> name.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The component's own threads as context and name, without their numbers. */
  List<String> arkThreads() throws Exception {
    return threadNames()
        .filter(name -> CAMEL_THREAD.matcher(name).lookingAt() && name.contains(" - ark"))
        .map(name -> name.replaceFirst(" thread #\\d+", ""))
        .toList();
  }

  private Stream<String> threadNames() throws Exception {
    ThreadMXBean threads =
        ManagementFactory.newPlatformMXBeanProxy(
            beans, ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
    return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(Objects::nonNull)
        .map(ThreadInfo::getThreadName);
  }
}
