// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.api.ApiError;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an error says of itself about what is missing: the file or response, or who knows what. */
final class Evidence {

  private static final Set<String> WORDS_FOR_MISSING =
      Set.of("notfound", "resourcenotfound", "filenotfound", "responsenotfound", "objectnotfound");

  /** Ids of one service are of about one length; what differs more is a word or an example. */
  private static final int MOST_LONGER = 2;

  private Evidence() {}

  /** Whether the error of a 404 is evidently about what was asked for. */
  static boolean isAbout(String id, ApiError error) {
    return isWordForMissing(error.code())
        || id.equals(error.param())
        || names(error.message(), id)
        || names(error.param(), id);
  }

  /**
   * Another id of the same kind that the error names instead of the one that was asked for: it is
   * the reply to another call. Null if there is none; an id that is masked or truncated is not
   * another one.
   */
  static @Nullable String anotherId(String id, ApiError error) {
    String kind = kind(id);
    if (kind == null || names(error.message(), id) || names(error.param(), id)) {
      return null;
    }
    String words = error.message() + " " + error.param();
    for (int at = words.indexOf(kind); at >= 0; at = words.indexOf(kind, at + 1)) {
      int end = at + kind.length();
      while (end < words.length() && isOfAnId(words.charAt(end))) {
        end++;
      }
      String other = words.substring(at, end);
      if ((at == 0 || !continuesWord(words.charAt(at - 1)))
          && other.chars().anyMatch(Character::isDigit)
          && Math.abs(other.length() - id.length()) <= MOST_LONGER
          && !other.startsWith(id)
          && !id.startsWith(other)) {
        return other;
      }
    }
    return null;
  }

  /** {@code file-} or {@code resp_}: with what ids of that kind begin. */
  private static @Nullable String kind(String id) {
    for (int i = 1; i < id.length(); i++) {
      char c = id.charAt(i);
      if (c == '-' || c == '_') {
        return id.substring(0, i + 1);
      }
      if (c >= 0x80 || !Character.isLetter(c)) {
        return null;
      }
    }
    return null;
  }

  private static boolean isOfAnId(char c) {
    return (c < 0x80 && Character.isLetterOrDigit(c)) || c == '-' || c == '_';
  }

  /** {@code NotFound}, {@code not_found}, {@code InvalidFile.NotFound}; a number is none. */
  private static boolean isWordForMissing(@Nullable String code) {
    if (code == null) {
      return false;
    }
    for (String part : code.split("\\.")) {
      if (WORDS_FOR_MISSING.contains(part.replaceAll("[_ -]", "").toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a text names the id as a word of its own. Not as a part of a path: who repeats the
   * address that was called does not know what is there. Nor if any text could contain it, such as
   * the id {@code file} or {@code 404}.
   */
  private static boolean names(@Nullable String text, String id) {
    if (text == null || !isDistinct(id)) {
      return false;
    }
    for (int at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
      int end = at + id.length();
      boolean startsHere = at == 0 || !continuesWord(text.charAt(at - 1));
      boolean endsHere = end == text.length() || !continuesWord(text.charAt(end));
      if (startsHere && endsHere) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDistinct(String id) {
    return id.chars().anyMatch(Character::isLetter) && !id.chars().allMatch(Character::isLetter);
  }

  /** Not so a Chinese character: no space parts it from an id. */
  private static boolean continuesWord(char c) {
    return (c < 0x80 && Character.isLetterOrDigit(c))
        || c == '/'
        || c == '-'
        || c == '_'
        || c == '%';
  }
}
