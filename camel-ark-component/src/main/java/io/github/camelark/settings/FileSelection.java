// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.settings;

import io.github.camelark.dialect.Dialect;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.apache.camel.spi.Language;
import org.jspecify.annotations.Nullable;

/**
 * Which files a consumer takes, by its options. What it filters by is read from here, and so is the
 * default key of its cursor, which is made of {@link #toString}: with another component in this
 * record a changed filter starts over instead of skipping.
 *
 * @param purpose only files of this purpose; null for all
 * @param statuses the wanted statuses; empty for all
 * @param olderThan the least age; null for any
 * @param expiringWithin the most time until the service deletes the file itself; null for any
 * @param filter a predicate of the user's
 * @param filterFile an expression in Simple that must be true; null for none
 * @param idempotentKey an expression in Simple for what a file is known by; null for its id
 */
public record FileSelection(
    @Nullable String purpose,
    Set<String> statuses,
    @Nullable Duration olderThan,
    @Nullable Duration expiringWithin,
    FilterBean filter,
    @Nullable String filterFile,
    @Nullable String idempotentKey) {

  private static final int HASH_BYTES = 8;

  /**
   * @throws IllegalArgumentException if one of them cannot be meant
   */
  public FileSelection {
    // sorted, so that the order in which they are written makes no other key
    statuses = Collections.unmodifiableSet(new TreeSet<>(statuses));
    OptionRules.age("olderThan", olderThan);
    OptionRules.age("expiringWithin", expiringWithin);
  }

  /**
   * Checks the expressions, of which Camel says where they are wrong, but not which option they
   * are.
   *
   * @throws IllegalArgumentException if one of them is none
   */
  public void checkExpressions(Language simple) {
    checkExpression(simple, "filterFile", filterFile, Language::createPredicate);
    checkExpression(simple, "idempotentKey", idempotentKey, Language::createExpression);
  }

  private static void checkExpression(
      Language simple, String option, @Nullable String text, BiConsumer<Language, String> create) {
    if (text == null) {
      return;
    }
    try {
      create.accept(simple, text);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "%s is no Simple expression: %s".formatted(option, e.getMessage()));
    }
  }

  /**
   * The default key that a cursor is stored under: another account's address, purpose or filter
   * gives another key. The API key is no part of it. It holds no equals sign and no line break,
   * which Camel's file repository refuses.
   */
  public String cursorKey(Dialect dialect, ServiceAddress address) {
    return "ark:%s:%s:%s:%s"
        .formatted(
            dialect.name(),
            address.toString().replace("=", "%3D"),
            purpose == null ? "" : URLEncoder.encode(purpose, StandardCharsets.UTF_8),
            hash());
  }

  private String hash() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  /**
   * A predicate of the user's, named after its class: that is the same in every JVM.
   *
   * @param bean the predicate; null for none
   */
  public record FilterBean(@Nullable Object bean) {

    /**
     * @throws IllegalArgumentException if it is no predicate
     */
    public FilterBean {
      if (bean != null
          && !(bean instanceof Predicate)
          && !(bean instanceof org.apache.camel.Predicate)) {
        throw new IllegalArgumentException(
            "filter must be a java.util.function.Predicate of ArkFile or a Camel Predicate, for"
                + " example #myFilter, but is of type "
                + bean.getClass().getName());
      }
    }

    /** The class of a lambda has another name in each JVM, but for what comes before its number. */
    @Override
    public String toString() {
      String name = bean == null ? "" : bean.getClass().getName();
      int lambda = name.indexOf("$$Lambda");
      return lambda < 0 ? name : name.substring(0, lambda);
    }
  }
}
