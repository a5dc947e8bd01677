// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.secrecy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Marker;
import org.slf4j.helpers.FormattingTuple;
import org.slf4j.helpers.MessageFormatter;

/**
 * Searches everything that is logged at any level, TRACE included, for secrets, in all tests. What
 * the levels would not let through is looked at and thrown away. {@link SecretWatchExtension} fails
 * the test in which one was found. Thread-safe.
 */
public final class SecretWatch extends TurboFilter {

  /**
   * A URI with a key in it, which Camel's own loggers print as it is below INFO, or as the
   * arguments of the method that sets it: the README tells users to set the key on the component.
   * Only this form is excused, and only from this logger.
   */
  private static final Pattern KEY_OF_A_URI =
      Pattern.compile("(apiKey|baseUrl|http\\.\\w+)(?:=|, )(RAW\\([^)]*\\)|[^&\\s,}\\]\"']*)");

  private static final int MOST_FOUND = 20;

  private static final List<String> FOUND = new ArrayList<>();
  private static final ThreadLocal<Boolean> BUSY = ThreadLocal.withInitial(() -> false);

  @Override
  public FilterReply decide(
      Marker marker,
      Logger logger,
      Level level,
      String format,
      Object[] parameters,
      Throwable failure) {
    if (format == null) {
      // the caller asks whether this level is enabled, and would skip the message
      return logger.getEffectiveLevel() == Level.OFF ? FilterReply.NEUTRAL : FilterReply.ACCEPT;
    }
    if (!BUSY.get()) {
      BUSY.set(true);
      try {
        FormattingTuple formatted = MessageFormatter.arrayFormat(format, parameters);
        Throwable thrown = failure == null ? formatted.getThrowable() : failure;
        look(logger.getName(), level, String.valueOf(formatted.getMessage()), thrown);
      } finally {
        BUSY.set(false);
      }
    }
    return FilterReply.NEUTRAL;
  }

  private static void look(String logger, Level level, String message, Throwable thrown) {
    String text = message;
    if (thrown != null) {
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace, true));
      text += "\n" + trace;
    }
    if (Secrets.in(text) == null) {
      return;
    }
    boolean excused = logger.startsWith("org.apache.camel.") && !level.isGreaterOrEqual(Level.INFO);
    String rest = excused ? KEY_OF_A_URI.matcher(text).replaceAll("$1=") : text;
    String secret = Secrets.in(rest);
    if (secret != null) {
      found("%s at %s prints '%s': %s".formatted(logger, level, secret, rest));
    }
  }

  private static synchronized void found(String what) {
    if (FOUND.size() < MOST_FOUND) {
      FOUND.add(what);
    }
  }

  /** The secrets that were found since the last call. */
  static synchronized List<String> takeFound() {
    List<String> found = List.copyOf(FOUND);
    FOUND.clear();
    return found;
  }
}
