// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.deletion;

import io.github.camelark.error.ArkAuthenticationException;
import io.github.camelark.error.ArkUnavailableException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;

/** Tells failures that another try can mend from those that it cannot. */
public final class Healing {

  private Healing() {}

  /**
   * Whether the same request can succeed later: the service or the database cannot be reached, or
   * somebody mends the key. Nothing else heals, a used-up quota included.
   */
  public static boolean mayHeal(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ArkUnavailableException
          || cause instanceof ArkAuthenticationException
          || (cause instanceof DataAccessException
              && !(cause instanceof DataIntegrityViolationException))) {
        return true;
      }
    }
    return false;
  }
}
