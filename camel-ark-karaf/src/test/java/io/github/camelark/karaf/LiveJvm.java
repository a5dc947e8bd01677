// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.karaf;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;

/** Which classes and threads are alive in another Java process, as jcmd would tell. */
final class LiveJvm {

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

  /** The number of threads by name, without the digits; not those of the connection to us. */
  Map<String, Long> threads() throws Exception {
    ThreadMXBean threads =
        ManagementFactory.newPlatformMXBeanProxy(
            beans, ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
    return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(Objects::nonNull)
        .map(ThreadInfo::getThreadName)
        .filter(name -> !name.matches("(RMI|JMX) .*"))
        .collect(
            Collectors.groupingBy(
                name -> name.replaceAll("\\d+", "N"), TreeMap::new, Collectors.counting()));
  }
}
