// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.dialect;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The dialects by name. */
public final class Dialects {

  /** The names of all of them, as the option {@code provider} lists them. */
  public static final String NAMES = "ark,azure,openai";

  /** The name of the default. */
  public static final String DEFAULT = "ark";

  private static final List<Dialect> ALL =
      List.of(new ArkDialect(), new AzureDialect(), new OpenAiDialect());

  private Dialects() {}

  /** All of them, the default first. */
  public static List<Dialect> all() {
    return ALL;
  }

  /**
   * The fields of a file that say when the service will delete it by itself, at whichever provider:
   * a gateway may use another's.
   */
  public static Set<String> expiryFields() {
    return ALL.stream().map(Dialect::expiryField).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Statuses that a file does not leave again, at whichever provider: a gateway may use another's.
   */
  public static Set<String> finalStatuses() {
    Set<String> words = new HashSet<>(Set.of("expired"));
    for (Dialect dialect : ALL) {
      words.addAll(dialect.fileStatuses().ready());
      words.addAll(dialect.fileStatuses().failed());
    }
    return Set.copyOf(words);
  }

  /**
   * The dialect of a provider.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static Dialect named(@Nullable String provider) {
    for (Dialect dialect : ALL) {
      if (dialect.name().equals(provider)) {
        return dialect;
      }
    }
    throw new IllegalArgumentException(
        "provider must be one of "
            + ALL.stream().map(Dialect::name).collect(Collectors.joining(", "))
            + ", but is '"
            + provider
            + "'");
  }
}
