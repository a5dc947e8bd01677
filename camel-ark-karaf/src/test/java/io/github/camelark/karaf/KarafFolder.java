// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.karaf;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXServiceURL;

/**
 * The folder of an instance of Karaf: its configuration, its data, and a Maven repository of what
 * is published to it. It fetches nothing from elsewhere but the build's local repository.
 */
final class KarafFolder {

  private static final String USER = "tester";

  private static final int MAX_ATTEMPTS = 100;

  private final Path home = Path.of(System.getProperty("karaf.home"));
  private final Path folder;
  private final String password = UUID.randomUUID().toString();
  private final int registryPort = freePort();
  private final int serverPort = freePort();
  private final Map<String, String> environment =
      new HashMap<>(Map.of("EXTRA_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"));

  KarafFolder(Path folder) throws IOException {
    this.folder = folder.toAbsolutePath();
    export("KARAF_BASE", this.folder.toString());
    export("CHECK_ROOT_INSTANCE_RUNNING", "false");
    export("JAVA_HOME", System.getProperty("java.home"));
    export("JAVA_MAX_MEM", "512m");
    // Classes that only a cache holds are gone after a garbage collection, not some time later.
    export("EXTRA_JAVA_OPTS", "-XX:SoftRefLRUPolicyMSPerMB=0");
    // So that the process is Karaf itself, not a shell that waits for it.
    export("KARAF_EXEC", "exec");
    copy(home.resolve("etc"), this.folder.resolve("etc"));
    Files.createDirectories(this.folder.resolve("data"));
    Files.createDirectories(this.folder.resolve("deploy"));
    // Files become configurations, but not the other way round: Karaf would write or delete a file
    // some time after its configuration changed or went, when a test may have made a new one.
    configure(
        "config.properties",
        "felix.fileinstall.poll = 100",
        "felix.fileinstall.enableConfigSave = false");
    configure("users.properties", USER + " = " + password + ",admin,manager,viewer,systembundles");
    configure("org.apache.karaf.shell.cfg", "sshHost = 127.0.0.1", "sshPort = 0");
    configure(
        "org.apache.karaf.management.cfg",
        "rmiRegistryPort = " + registryPort,
        "rmiServerPort = " + serverPort);
    configure(
        "org.ops4j.pax.url.mvn.cfg",
        "org.ops4j.pax.url.mvn.localRepository = " + this.folder.resolve("data/maven"),
        "org.ops4j.pax.url.mvn.repositories =",
        "org.ops4j.pax.url.mvn.defaultRepositories = ${karaf.home.uri}system@id=system@snapshots,"
            + repository().toUri()
            + "@id=published@snapshots,"
            + Path.of(System.getProperty("maven.repository")).toUri()
            + "@id=build@snapshots");
  }

  /** Adds lines to a file in etc, where the last one holds; to be called before Karaf starts. */
  void configure(String file, String... lines) throws IOException {
    String text = "\n" + String.join("\n", lines) + "\n";
    Files.writeString(folder.resolve("etc").resolve(file), text, CREATE, APPEND);
  }

  /** Puts a file into etc at once, as a whole: Karaf may look at it at any time. */
  void putConfiguration(String file, List<String> lines) throws IOException {
    Path whole = Files.write(folder.resolve("data").resolve(file), lines);
    Files.move(whole, folder.resolve("etc").resolve(file), ATOMIC_MOVE, REPLACE_EXISTING);
  }

  void removeConfiguration(String file) throws IOException {
    Files.deleteIfExists(folder.resolve("etc").resolve(file));
  }

  void publish(String url, Path file) throws IOException {
    Path target = repository().resolve(Artifacts.pathOf(url));
    Files.createDirectories(target.getParent());
    Files.copy(file, target, REPLACE_EXISTING);
  }

  private Path repository() {
    return folder.resolve("published");
  }

  Path script() {
    return home.resolve("bin/karaf");
  }

  Path console() {
    return folder.resolve("console.log");
  }

  Path log() {
    return folder.resolve("data/log/karaf.log");
  }

  void export(String name, String value) {
    environment.put(name, value);
  }

  Map<String, String> environment() {
    return environment;
  }

  JMXServiceURL managementUrl() throws MalformedURLException {
    return new JMXServiceURL(
        "service:jmx:rmi://127.0.0.1:%d/jndi/rmi://127.0.0.1:%d/karaf-root"
            .formatted(serverPort, registryPort));
  }

  Map<String, ?> managementUser() {
    return Map.of(JMXConnector.CREDENTIALS, new String[] {USER, password});
  }

  /** Outside the range of outgoing connections: Karaf binds it seconds later. */
  private static int freePort() throws IOException {
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (BindException e) {
        // somebody has it: another one
      }
    }
    throw new BindException("no free port between 20000 and 32000");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
