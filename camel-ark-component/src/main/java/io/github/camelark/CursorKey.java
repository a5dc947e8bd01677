// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/**
 * Makes the key that a cursor is stored under: another account's address, purpose or filter gives
 * another key, so that it starts over instead of skipping. The API key is no part of it.
 */
final class CursorKey {

  private static final int HASH_BYTES = 8;

  private CursorKey() {}

  static String of(ArkConfiguration configuration, ServiceAddress address) {
    String configured = configuration.getCursorKey();
    if (configured != null && !configured.isBlank()) {
      return configured;
    }
    List<Object> filters =
        Arrays.asList(
            new TreeSet<>(configuration.statuses()),
            configuration.getOlderThan(),
            configuration.getFilter() == null ? null : configuration.getFilter().getClass(),
            configuration.getFilterFile(),
            configuration.getIdempotentKey());
    return "ark:%s:%s:%s:%s"
        .formatted(configuration.getProvider(), address, configuration.getPurpose(), hash(filters));
  }

  private static String hash(List<Object> values) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(values.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
