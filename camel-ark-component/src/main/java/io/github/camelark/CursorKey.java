// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

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
    String purpose = configuration.getPurpose();
    List<Object> filters =
        Arrays.asList(
            new TreeSet<>(configuration.statuses()),
            configuration.getOlderThan(),
            nameOf(configuration.getFilter()),
            configuration.getFilterFile(),
            configuration.getIdempotentKey());
    return "ark:%s:%s:%s:%s"
        .formatted(
            configuration.getProvider(),
            address.toString().replace("=", "%3D"),
            purpose == null ? "" : URLEncoder.encode(purpose, StandardCharsets.UTF_8),
            hash(filters));
  }

  /** The class of a lambda has another name in each JVM, but for what comes before its number. */
  private static String nameOf(Object filter) {
    String name = filter == null ? "" : filter.getClass().getName();
    int lambda = name.indexOf("$$Lambda");
    return lambda < 0 ? name : name.substring(0, lambda);
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
