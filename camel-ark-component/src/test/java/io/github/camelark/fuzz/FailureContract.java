// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkAuthenticationException;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.secrecy.PrintedException;
import io.github.camelark.secrecy.Secrets;
import io.github.camelark.text.RemoteText;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;

/** What is true of every failure, whatever the server did. */
final class FailureContract {

  private static final int LONGEST_MESSAGE = 2_500;
  private static final int LONGEST_BODY = 1_024;
  private static final int MOST_CAUSES = 10;

  private FailureContract() {}

  static void check(Throwable thrown) {
    if (!(thrown instanceof ArkException failure)) {
      Assertions.fail("not an ArkException: " + thrown, thrown);
      return;
    }
    assertThat(Secrets.in(PrintedException.of(failure))).isNull();
    assertThat(failure.getMessage()).isEqualTo(RemoteText.escape(failure.getMessage()));
    assertThat(failure.getMessage()).hasSizeLessThan(LONGEST_MESSAGE);
    if (failure.body() != null) {
      assertThat(failure.body().getBytes(StandardCharsets.UTF_8))
          .hasSizeLessThanOrEqualTo(LONGEST_BODY);
    }
    assertThat(failure).hasMessageNotContaining("callTimeout");
    checkKind(failure);
    checkCauses(failure);
  }

  private static void checkKind(ArkException failure) {
    if (failure instanceof ArkNotFoundException) {
      assertThat(failure.status()).isIn(404, 410);
    }
    if (failure instanceof ArkAuthenticationException) {
      // 0 is a 407, which is not an answer of the API
      assertThat(failure.status()).isIn(0, 401, 403);
    }
    if (failure instanceof ArkUnavailableException unavailable
        && unavailable.retryAfter() != null) {
      assertThat(unavailable.retryAfter()).isPositive();
    }
  }

  /** A programming error must not hide behind a failure that looks expected. */
  private static void checkCauses(ArkException failure) {
    int causes = 0;
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (failure instanceof ArkUnavailableException) {
        assertThat(cause).isNotInstanceOfAny(RuntimeException.class, Error.class);
      }
      assertThat(cause).isNotInstanceOf(Error.class);
      assertThat(++causes).isLessThan(MOST_CAUSES);
    }
  }
}
