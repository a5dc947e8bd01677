// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.settings;

import io.github.camelark.api.ApiOperation;
import io.github.camelark.api.ApiResource;
import io.github.camelark.dialect.Dialect;
import io.github.camelark.dialect.Expiry;
import io.github.camelark.text.RemoteText;
import io.github.camelark.transport.Limits;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an option may be, wherever it comes from; the records of this package apply these rules to
 * their components. Every rule throws an {@link IllegalArgumentException} that names the option and
 * what to do about it. Thread-safe.
 */
public final class OptionRules {

  /** Longer than any name, and short enough for a request line. */
  public static final int MAX_CHARACTERS = 512;

  /** A hundred years: longer than any file is kept, and far from the end of the calendar. */
  private static final Duration LONGEST_AGE = Duration.ofDays(36_500);

  private static final Pattern FIELDS_OF_OPTIONS = Pattern.compile("(file|purpose)(\\[|$)|expire");
  private static final Pattern REST_OF_ID = Pattern.compile("[\\w=+/-]+");

  private final Dialect dialect;

  public OptionRules(Dialect dialect) {
    this.dialect = dialect;
  }

  /** The resource must be known, and the operation one that it has at this provider. */
  void checkOperation(String resource, @Nullable String operation) {
    List<String> known =
        Arrays.stream(ApiOperation.values())
            .filter(it -> it.resource().path().equals(resource))
            .filter(dialect.operations()::contains)
            .map(ApiOperation::operation)
            .toList();
    if (known.isEmpty()) {
      throw new IllegalArgumentException(
          "ark:%s is unknown on provider %s: the resource must be one of %s"
              .formatted(resource, dialect.name(), resources()));
    }
    if (operation != null && !known.contains(operation)) {
      throw new IllegalArgumentException(
          "operation must be %s for ark:%s on provider %s, but is '%s'"
              .formatted(String.join(" or ", known), resource, dialect.name(), operation));
    }
  }

  private static String resources() {
    return Arrays.stream(ApiResource.values())
        .map(ApiResource::path)
        .collect(Collectors.joining(", "));
  }

  /** An id is one segment of a path: it must neither vanish from it nor climb out of it. */
  public static void checkId(String name, @Nullable String id, int maxCharacters) {
    if (id != null && (id.equals(".") || id.equals(".."))) {
      throw refused(name, "must be an id, but is", id);
    }
    checkText(name, id, maxCharacters);
  }

  /** Whether a text is most likely the id of something that the provider keeps. */
  public boolean looksLikeId(String text) {
    for (String prefix : dialect.idPrefixes()) {
      if (text.startsWith(prefix)
          && text.length() <= ApiResource.RESPONSES.maxIdCharacters()
          && REST_OF_ID.matcher(text).region(prefix.length(), text.length()).matches()) {
        return true;
      }
    }
    return false;
  }

  /** A text must say something, be of a sane length, and survive being encoded. */
  public static void checkText(String name, @Nullable String text) {
    checkText(name, text, MAX_CHARACTERS);
  }

  private static void checkText(String name, @Nullable String text, int maxCharacters) {
    if (text == null) {
      return;
    }
    if (text.isBlank()) {
      throw refused(name, "must not be blank, but is", text);
    }
    if (text.length() > maxCharacters) {
      throw refused(name, "must not be longer than " + maxCharacters + " characters, but is", text);
    }
    if (!isWellFormed(text)) {
      throw refused(name, "must be well-formed Unicode, but is", text);
    }
  }

  /**
   * Half a surrogate pair is no character. An encoder would know too, but one would be made per
   * call.
   */
  private static boolean isWellFormed(String text) {
    int position = 0;
    while (position < text.length()) {
      int character = text.codePointAt(position);
      if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
        return false;
      }
      position += Character.charCount(character);
    }
    return true;
  }

  /** A cursor is a file's id, where the provider has cursors. */
  public void checkAfter(String name, @Nullable String after) {
    if (after != null) {
      checkHasPages(name);
      checkId(name, after, ApiResource.FILES.maxIdCharacters());
    }
  }

  /** The size of a page, within the provider's range. */
  public void checkLimit(String name, @Nullable Integer limit) {
    if (limit == null) {
      return;
    }
    checkHasPages(name);
    if (limit < 1 || limit > dialect.maxLimit()) {
      throw new IllegalArgumentException(
          "%s must be from 1 to %d on provider %s, but is %d"
              .formatted(name, dialect.maxLimit(), dialect.name(), limit));
    }
  }

  /** {@code asc} or {@code desc}, where the provider has an order. */
  public void checkOrder(String name, @Nullable String order) {
    if (order != null) {
      checkHasPages(name);
      if (!order.equals("asc") && !order.equals("desc")) {
        throw refused(name, "must be asc or desc, but is", order);
      }
    }
  }

  private void checkHasPages(String name) {
    if (!dialect.hasPages()) {
      throw new IllegalArgumentException(
          "%s is not known to provider %s, whose lists come whole and in no order: remove it"
              .formatted(name, dialect.name()));
    }
  }

  /** Waiting is for what is retrieved, where its status can be asked for. */
  void checkAwait(String resource, @Nullable String operation) {
    if (operation != null && !operation.equals("retrieve")) {
      throw new IllegalArgumentException(
          "awaitTimeout is an option of operation=retrieve, and means nothing to operation=%s: remove it"
              .formatted(operation));
    }
    if (resource.equals(ApiResource.RESPONSES.path()) && dialect.responseStatuses() == null) {
      throw new IllegalArgumentException(
          "awaitTimeout is not possible for ark:responses on provider %s, which has no status for a"
                  .formatted(dialect.name())
              + " response in progress: remove it");
    }
  }

  /** Some options are for uploads only. */
  void checkUpload(String option, boolean given, String resource, @Nullable String operation) {
    if (given
        && !(resource.equals(ApiResource.FILES.path())
            && (operation == null || operation.equals("upload")))) {
      throw new IllegalArgumentException(
          option + " is an option of ark:files?operation=upload: remove it");
    }
  }

  /** What the options set must not be set by a field of the form too. */
  static void checkFormField(String name, String value) {
    checkText("form." + name, value);
    if (FIELDS_OF_OPTIONS.matcher(name).lookingAt()) {
      throw new IllegalArgumentException(
          "form.%s is a field of the form that another option sets: use the body, purpose or"
                  .formatted(name)
              + " expireAfter");
    }
  }

  /** How long a file is kept, where the provider can be told. */
  static void checkExpiry(
      @Nullable Duration expireAfter, @Nullable Expiry expiry, String provider) {
    if (expireAfter == null) {
      return;
    }
    if (expiry == null) {
      throw new IllegalArgumentException(
          "expireAfter is not possible on provider %s with this apiVersion, which has no expiry:"
                  .formatted(provider)
              + " remove it, or set apiVersion to 2025-03-01-preview or later");
    }
    if (expireAfter.compareTo(expiry.least()) < 0 || expireAfter.compareTo(expiry.most()) > 0) {
      throw new IllegalArgumentException(
          "expireAfter must be from %s to %s on provider %s, but is %s"
              .formatted(
                  inWords(expiry.least()), inWords(expiry.most()), provider, inWords(expireAfter)));
    }
  }

  private static String inWords(Duration duration) {
    return duration.toHours() % 24 == 0 && !duration.isZero()
        ? duration.toDays() + "d"
        : duration.toString().substring(2).toLowerCase(Locale.ROOT);
  }

  /** The age of a file, or how long it still has; null for any. */
  static void age(String option, @Nullable Duration value) {
    Limits.notLonger(option, value, LONGEST_AGE);
    if (value != null && (value.isNegative() || value.isZero())) {
      throw new IllegalArgumentException(
          "%s must be more than zero, for example 7d, but is %s".formatted(option, value));
    }
  }

  /** A time between things that a consumer does. */
  static void interval(String option, @Nullable Duration value) {
    Limits.fromZero(option, value, LONGEST_AGE);
  }

  static void rate(String option, @Nullable Double value) {
    if (value != null && !(value >= 0 && value <= 1_000_000 && (value == 0 || value >= 0.001))) {
      throw new IllegalArgumentException(
          "%s must be 0 (no limit) or from 0.001 to 1000000, but is %s".formatted(option, value));
    }
  }

  private static IllegalArgumentException refused(String name, String rule, String value) {
    return new IllegalArgumentException(
        "%s %s '%s'".formatted(name, rule, RemoteText.excerpt(value, 100)));
  }
}
