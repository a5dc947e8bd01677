// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.camelark.error.ArkQuotaException;
import org.apache.camel.ExchangeException;
import org.jspecify.annotations.Nullable;

/**
 * The event that a quota is used up, for example {@code
 * {"type":"quota.exceeded","storage":true,"code":"OperationDenied.FileQuotaExceeded"}}. Fields that
 * are not known here are left out when it is read.
 *
 * @param type {@link #TYPE}; anything else is another event
 * @param storage whether it is the storage for files that is full, so that deleting files helps;
 *     false if nothing is said
 * @param operation what was asked for, for example {@code files retrieve}
 * @param code the API's error code
 * @param requestId the id to quote to the service's support
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QuotaExceeded(
    @Nullable String type,
    boolean storage,
    @Nullable String operation,
    @Nullable String code,
    @Nullable String requestId) {

  public static final String TYPE = "quota.exceeded";

  /** The event for an exception. */
  public static QuotaExceeded of(@ExchangeException ArkQuotaException exception) {
    return new QuotaExceeded(
        TYPE, exception.storage(), exception.operation(), exception.code(), exception.requestId());
  }
}
