// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.settings;

import java.time.Duration;
import java.util.Collections;
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
