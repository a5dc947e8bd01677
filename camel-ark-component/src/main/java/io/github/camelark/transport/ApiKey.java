// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import org.apache.hc.core5.http.Header;

/**
 * An API key in the header that carries it. Its value is never printed: the HTTP client prints
 * headers when its loggers are at DEBUG. Immutable and thread-safe.
 */
public final class ApiKey implements Header {

  private static final String HIDDEN = "***";
  private static final int SHORTEST_SECRET = 8;

  private final String name;
  private final String key;
  private final String value;

  /** As JSON may write it. */
  private final String escapedKey;

  /**
   * @param name the header's name
   * @param prefix what comes before the key, for example {@code Bearer } with its space
   */
  public ApiKey(String name, String prefix, String key) {
    this.name = name;
    this.key = key;
    this.value = prefix + key;
    this.escapedKey = key.replace("/", "\\/");
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public String getValue() {
    return value;
  }

  @Override
  public boolean isSensitive() {
    return true;
  }

  /** How long the key is. */
  public int length() {
    return key.length();
  }

  /**
   * The text without this key: a server may repeat the key in its error message. A key of a few
   * characters, such as gateways without keys take, is no secret, and to look for it would only
   * spoil the text.
   */
  public String redact(String text) {
    return key.length() < SHORTEST_SECRET
        ? text
        : text.replace(key, HIDDEN).replace(escapedKey, HIDDEN);
  }

  /** Whether the text shows this key. */
  boolean isIn(String text) {
    return key.length() >= SHORTEST_SECRET && text.contains(key);
  }

  @Override
  public String toString() {
    return name + ": " + HIDDEN;
  }
}
