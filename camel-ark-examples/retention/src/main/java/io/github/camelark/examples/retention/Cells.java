// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import io.github.camelark.examples.command.TerminalText;
import org.jspecify.annotations.Nullable;

/** Makes text from a service safe for a spreadsheet. */
final class Cells {

  /**
   * The characters that start a formula in a spreadsheet, also in the full width that East Asian
   * keyboards write: <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV
   * injection</a>.
   */
  private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  private Cells() {}

  /**
   * The text with control characters escaped, and an apostrophe before what would be a formula.
   *
   * @param text any text, null becomes empty
   */
  static String safe(@Nullable Object text) {
    String escaped = text == null ? "" : TerminalText.escape(text.toString());
    String first = escaped.stripLeading();
    return !first.isEmpty() && FORMULA.indexOf(first.charAt(0)) >= 0 ? "'" + escaped : escaped;
  }
}
