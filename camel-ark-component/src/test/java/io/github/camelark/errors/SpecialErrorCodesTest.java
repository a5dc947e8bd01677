// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.errors;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelark.error.ArkAuthenticationException;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkQuotaException;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.support.ArkTestSupport;
import io.github.camelark.test.SimulatedFault;
import io.github.camelark.test.SimulatedProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes that mean something else than their status does, from whichever provider. */
class SpecialErrorCodesTest extends ArkTestSupport {

  enum Meaning {
    STORAGE(ArkQuotaException.class, 1),
    ALLOWANCE(ArkQuotaException.class, 1),
    PASSES(ArkUnavailableException.class, 1),
    SLOWER(ArkUnavailableException.class, 3),
    FORBIDDEN(ArkAuthenticationException.class, 1),
    REFUSED(ArkRequestException.class, 1);

    final Class<? extends ArkException> exception;
    final int attempts;

    Meaning(Class<? extends ArkException> exception, int attempts) {
      this.exception = exception;
      this.attempts = attempts;
    }
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource({
    "ARK,    403, OperationDenied.FileQuotaExceeded, STORAGE",
    "ARK,    429, OperationDenied.FileQuotaExceeded, STORAGE",
    "ARK,    403, OperationDenied.InvalidState,      PASSES",
    "ARK,    403, OperationDenied.PermissionDenied,  FORBIDDEN",
    "ARK,    403, AccessDenied,                      FORBIDDEN",
    "ARK,    403, AccountOverdueError,               FORBIDDEN",
    "ARK,    429, QuotaExceeded,                     ALLOWANCE",
    "ARK,    429, QuotaExceeded.Daily,               ALLOWANCE",
    "ARK,    429, SetLimitExceeded,                  ALLOWANCE",
    "ARK,    429, SessionQuotaExceeded,              ALLOWANCE",
    "ARK,    429, QuotaExceededSoon,                 SLOWER",
    "ARK,    429, RateLimitExceeded.EndpointRPMExceeded, SLOWER",
    "ARK,    429, insufficient_quota,                ALLOWANCE",
    "ARK,    400, quotaExceeded,                     STORAGE",
    "AZURE,  400, quotaExceeded,                     STORAGE",
    "AZURE,  403, quotaExceeded,                     STORAGE",
    "AZURE,  429, quotaExceeded,                     STORAGE",
    "AZURE,  429, tooManyRequests,                   SLOWER",
    "AZURE,  429, SetLimitExceeded,                  ALLOWANCE",
    "AZURE,  403, OperationDenied.InvalidState,      PASSES",
    "AZURE,  400, invalidPayload,                    REFUSED",
    "OPENAI, 429, insufficient_quota,                ALLOWANCE",
    "OPENAI, 429, rate_limit_exceeded,               SLOWER",
    "OPENAI, 429, quotaExceeded,                     STORAGE",
    "OPENAI, 403, OperationDenied.FileQuotaExceeded, STORAGE",
    "OPENAI, 429, billing_not_active,                ALLOWANCE",
    "OPENAI, 403, insufficient_user_quota,           ALLOWANCE",
    "AZURE,  400, budget_exceeded,                   ALLOWANCE",
    "ARK,    402, whatever,                          ALLOWANCE",
  })
  void meansTheSameFromEveryProvider(
      SimulatedProvider provider, int status, String code, Meaning meaning) {
    simulator().failNext(9, SimulatedFault.status(status, code));

    ArkException failure =
        send(uri(provider, "files?operation=retrieve&fileId=file-1"), null)
            .getException(ArkException.class);

    assertThat(failure).isExactlyInstanceOf(meaning.exception);
    assertThat(failure.status()).isEqualTo(status);
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure instanceof ArkQuotaException quota && quota.storage())
        .isEqualTo(meaning == Meaning.STORAGE);
    assertThat(simulator().journal()).hasSize(meaning.attempts);
  }

  @ParameterizedTest
  @CsvSource({
    "403, OperationDenied.FileQuotaExceeded, delete files",
    "429, SetLimitExceeded, raise or pay for it",
    "403, OperationDenied.InvalidState, once the file is ready",
  })
  void saysWhatToDoAboutIt(int status, String code, String advice) {
    simulator().failNext(1, SimulatedFault.status(status, code));

    ArkException failure =
        send(ark("files?operation=retrieve&fileId=file-1"), null).getException(ArkException.class);

    assertThat(failure).hasMessageContaining(code).hasMessageContaining(advice);
  }

  @ParameterizedTest
  @CsvSource({
    "403, text/plain, OperationDenied.FileQuotaExceeded",
    "403, application/json, '{\"code\":\"OperationDenied.FileQuotaExceeded\",\"message\":\"m\"}'",
  })
  void isBelievedOnlyFromTheApiItself(int status, String contentType, String body) {
    simulator().failNext(1, SimulatedFault.reply(status, contentType, body));

    ArkException failure =
        send(ark("files?operation=retrieve&fileId=file-1"), null).getException(ArkException.class);

    assertThat(failure).isExactlyInstanceOf(ArkAuthenticationException.class);
  }
}
