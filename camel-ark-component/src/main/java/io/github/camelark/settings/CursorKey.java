// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.settings;

import io.github.camelark.dialect.Dialect;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Makes the key that a cursor is stored under: another account's address, purpose or filter gives
 * another key, so that it starts over instead of skipping. The API key is no part of it. It holds
 * no equals sign and no line break, which Camel's file repository refuses.
 */
public final class CursorKey {

  private static final int HASH_BYTES = 8;

  private CursorKey() {}

  /** The key for what is selected of a service's files. */
  public static String of(Dialect dialect, ServiceAddress address, FileSelection selection) {
    String purpose = selection.purpose();
    return "ark:%s:%s:%s:%s"
        .formatted(
            dialect.name(),
            address.toString().replace("=", "%3D"),
            purpose == null ? "" : URLEncoder.encode(purpose, StandardCharsets.UTF_8),
            hash(selection.toString()));
  }

  private static String hash(String selection) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(selection.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
