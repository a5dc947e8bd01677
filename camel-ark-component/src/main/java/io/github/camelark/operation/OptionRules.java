// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import io.github.camelark.dialect.Dialect;
import io.github.camelark.model.RemoteText;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the options of a call may be, wherever they come from. Every check throws an {@link
 * IllegalArgumentException} that names the option; null passes. Thread-safe.
 */
public final class OptionRules {

  /** Longer than any id of a file or any name, and short enough for a request line. */
  static final int MAX_CHARACTERS = 512;

  /** LiteLLM packs what it must know of a response into its id. */
  static final int MAX_RESPONSE_ID_CHARACTERS = 4_096;

  private static final Pattern REST_OF_ID = Pattern.compile("[\\w=+/-]+");

  private final Dialect dialect;

  public OptionRules(Dialect dialect) {
    this.dialect = dialect;
  }

  /** An id is one segment of a path: it must neither vanish from it nor climb out of it. */
  public void checkFileId(String name, @Nullable String id) {
    checkId(name, id, MAX_CHARACTERS);
  }

  /** As that of a file, but it may be longer. */
  public void checkResponseId(String name, @Nullable String id) {
    checkId(name, id, MAX_RESPONSE_ID_CHARACTERS);
  }

  void checkId(String name, @Nullable String id, int maxCharacters) {
    if (id != null && (id.equals(".") || id.equals(".."))) {
      throw refused(name, "must be an id, but is", id);
    }
    checkText(name, id, maxCharacters);
  }

  /** Whether a text is most likely the id of something that the provider keeps. */
  boolean looksLikeId(String text) {
    for (String prefix : dialect.idPrefixes()) {
      if (text.startsWith(prefix)
          && text.length() <= MAX_RESPONSE_ID_CHARACTERS
          && REST_OF_ID.matcher(text).region(prefix.length(), text.length()).matches()) {
        return true;
      }
    }
    return false;
  }

  /** A text must say something, be of a sane length, and survive being encoded. */
  public void checkText(String name, @Nullable String text) {
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
      checkFileId(name, after);
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

  private static IllegalArgumentException refused(String name, String rule, String value) {
    return new IllegalArgumentException(
        "%s %s '%s'".formatted(name, rule, RemoteText.excerpt(value, 100)));
  }
}
