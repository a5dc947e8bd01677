// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.deletion;

import io.github.camelark.error.ArkAuthenticationException;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkProtocolException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;

/** Distinguishes failures after which a request is kept from those after which it is given up. */
public final class Recovery {

  private Recovery() {}

  /**
   * Whether the same request can succeed later: the service or the database cannot be reached. A
   * refused key and a wrong address count too (a gateway that answers in place of the service):
   * they will be fixed, and until then a queue of requests must not be given up one by one. No
   * other failure passes, not even an exhausted quota.
   */
  public static boolean isPossible(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if ((cause instanceof ArkException call && call.isTransient())
          || cause instanceof ArkAuthenticationException
          || cause instanceof ArkProtocolException
          || (cause instanceof DataAccessException
              && !(cause instanceof DataIntegrityViolationException))) {
        return true;
      }
    }
    return false;
  }
}
