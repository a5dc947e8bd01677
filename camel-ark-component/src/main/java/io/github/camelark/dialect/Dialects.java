// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
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

  /** The words for how far a file is, at whichever provider: a gateway may use another's. */
  public static Statuses fileStatuses() {
    Statuses all = union(Dialect::fileStatuses);
    List<String> failed = new ArrayList<>(all.failed());
    failed.add("expired");
    return new Statuses(all.processing(), all.ready(), List.copyOf(failed));
  }

  /** The words for how far a response is, at whichever provider. */
  public static Statuses responseStatuses() {
    return union(Dialect::responseStatuses);
  }

  private static Statuses union(Function<Dialect, @Nullable Statuses> ofDialect) {
    List<Statuses> all = ALL.stream().map(ofDialect).filter(Objects::nonNull).toList();
    return new Statuses(
        words(all, Statuses::processing),
        words(all, Statuses::ready),
        words(all, Statuses::failed));
  }

  private static List<String> words(List<Statuses> all, Function<Statuses, List<String>> words) {
    return all.stream().map(words).flatMap(List::stream).distinct().toList();
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
