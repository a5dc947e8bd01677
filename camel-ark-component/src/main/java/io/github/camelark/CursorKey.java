// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import io.github.camelark.consumer.FileSelection;
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
final class CursorKey {

  private static final int HASH_BYTES = 8;

  private CursorKey() {}

  static String of(ArkConfiguration configuration, ServiceAddress address) {
    String configured = configuration.getCursorKey();
    if (configured != null && !configured.isBlank()) {
      return configured;
    }
    FileSelection selection = FileSelection.of(configuration);
    String purpose = selection.purpose();
    return "ark:%s:%s:%s:%s"
        .formatted(
            configuration.getProvider(),
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
