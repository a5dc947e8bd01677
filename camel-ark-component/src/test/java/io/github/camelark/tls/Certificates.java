// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

/**
 * Two private authorities and what they have signed, made anew by the JDK's keytool for each JVM
 * that asks, so that nothing here can expire before its time.
 */
final class Certificates {

  static final String PASSWORD = "changeit";

  private static final String AUTHORITY = "authority";
  private static final String SIGNED = "signed";
  private static final String HERE = "san=ip:127.0.0.1,dns:localhost";

  /** Of this machine, by its address and by its name. */
  static final KeyStore SERVER;

  /** Of another machine. */
  static final KeyStore ELSEWHERE;

  /** Of this machine, until nine days ago. */
  static final KeyStore EXPIRED;

  /** Of a client. */
  static final KeyStore CLIENT;

  /** Of this machine, by the other authority. */
  static final KeyStore FOREIGN;

  /** The authority that has signed all but {@link #FOREIGN}. */
  static final KeyStore TRUSTED;

  /** The authority that has signed {@link #FOREIGN}. */
  static final KeyStore FOREIGN_AUTHORITY;

  static {
    try {
      Path directory = Files.createTempDirectory("certificates");
      try {
        Path authority = makeAuthority(directory, "ours");
        Path otherAuthority = makeAuthority(directory, "theirs");
        TRUSTED = certificateOf(authority);
        FOREIGN_AUTHORITY = certificateOf(otherAuthority);
        SERVER = sign(authority, "-ext", HERE);
        ELSEWHERE = sign(authority, "-ext", "san=dns:other.example,ip:127.0.0.2");
        EXPIRED = sign(authority, "-ext", HERE, "-startdate", "-10d", "-validity", "1");
        CLIENT = sign(authority);
        FOREIGN = sign(otherAuthority, "-ext", HERE);
      } finally {
        delete(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Certificates() {}

  private static Path makeAuthority(Path directory, String name) throws IOException {
    Path keyStore = directory.resolve(name + ".p12");
    keytool(keyStore, AUTHORITY, "-dname", "CN=" + name, "-ext", "bc:c");
    return keyStore;
  }

  private static KeyStore certificateOf(Path authority)
      throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(AUTHORITY, load(authority).getCertificate(AUTHORITY));
    return trusted;
  }

  /** A certificate and its key, and not those of the authority. */
  private static KeyStore sign(Path authority, String... arguments)
      throws IOException, GeneralSecurityException {
    Path keyStore = authority.resolveSibling(SIGNED);
    Files.copy(authority, keyStore, StandardCopyOption.REPLACE_EXISTING);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("-dname", "CN=" + SIGNED, "-signer", AUTHORITY));
    keytool(keyStore, SIGNED, all.toArray(String[]::new));
    KeyStore signed = load(keyStore);
    signed.deleteEntry(AUTHORITY);
    return signed;
  }

  private static KeyStore load(Path path) throws IOException, GeneralSecurityException {
    KeyStore keyStore = KeyStore.getInstance("PKCS12");
    try (InputStream stream = Files.newInputStream(path)) {
      keyStore.load(stream, PASSWORD.toCharArray());
    }
    return keyStore;
  }

  private static void keytool(Path keyStore, String alias, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    // half of the time that it takes otherwise
    command.add("-J-XX:TieredStopAtLevel=1");
    command.addAll(List.of("-genkeypair", "-alias", alias));
    command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    command.addAll(List.of("-keystore", keyStore.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException("keytool failed: " + output);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}
