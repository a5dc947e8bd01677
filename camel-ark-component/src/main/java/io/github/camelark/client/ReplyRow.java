// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.error.ArkAuthenticationException;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.error.ArkProtocolException;
import io.github.camelark.error.ArkQuotaException;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.transport.Repeat;
import org.jspecify.annotations.Nullable;

/**
 * The one table of what replies mean. docs/errors.md prints it, and a test drives every row through
 * every operation and the consumer.
 */
enum ReplyRow {
  SUCCESS("2xx with what was asked for", null, Repeat.NEVER, true, ""),

  UNREADABLE(
      "HTML or incomplete JSON in a 2xx, an error in a 2xx, another id than the one asked for",
      ArkProtocolException.class,
      Repeat.NEVER,
      true,
      "check {address}, and whether a gateway or proxy answers instead of the service"),
  NOT_USABLE(
      "2xx with a failed response, where it is created or waited for; a failed file, where it is"
          + " waited for",
      ArkRequestException.class,
      Repeat.NEVER,
      true,
      "it will never be usable: fix what was sent, and send it again"),
  NOT_GENERATED(
      "the same with the code server_error or rate_limit_exceeded",
      ArkUnavailableException.class,
      Repeat.NEVER,
      true,
      "this one will never be usable: create another later"),
  REDIRECT(
      "3xx",
      ArkProtocolException.class,
      Repeat.NEVER,
      false,
      "redirects are not followed: set baseUrl to the final address"),

  STORAGE_FULL(
      "4xx but 401, 404, 407, 409 and 410, with a code or type for full storage",
      ArkQuotaException.class,
      Repeat.NEVER,
      false,
      "the file storage is full: delete files that are no longer needed"),
  QUOTA_USED_UP(
      "402; 400, 403 or 429 with a code or type for an exhausted quota",
      ArkQuotaException.class,
      Repeat.NEVER,
      false,
      "the allowance is used up: raise or pay for it, or wait for its next period"),
  NOT_READY(
      "403 with a code for a temporary state",
      ArkUnavailableException.class,
      Repeat.NEVER,
      false,
      "try again once the file is ready"),
  CALLS_USED_UP(
      "403 with Retry-After: the call quota of a gateway",
      ArkUnavailableException.class,
      Repeat.ALWAYS,
      false,
      "send fewer requests, see requestsPerSecond"),
  UNAUTHORIZED(
      "401",
      ArkAuthenticationException.class,
      Repeat.NEVER,
      false,
      "the key is not accepted: check {key}"),
  FORBIDDEN(
      "any other 403, 407",
      ArkAuthenticationException.class,
      Repeat.NEVER,
      false,
      "check what the API key may do; it comes from {key}"),

  MISSING(
      "404 or 410 that is evidently about the file or response",
      ArkNotFoundException.class,
      Repeat.NEVER,
      false,
      "it was deleted, has expired, or belongs to another project"),
  WRONG_ADDRESS(
      "404 or 410 worded like a wrong address, or of a call without an id",
      ArkProtocolException.class,
      Repeat.NEVER,
      false,
      "it means a wrong address: check {address}"),
  MISSING_OR_WRONG_ADDRESS(
      "any other 404 or 410",
      ArkProtocolException.class,
      Repeat.NEVER,
      false,
      "missing, or a wrong address: check {address}"),
  MISSING_AFTER_LOSS(
      "404 or 410 of a deletion after an attempt that may have been executed, as text, HTML or"
          + " worded like a wrong address",
      ArkUnavailableException.class,
      Repeat.NEVER,
      true,
      "check later whether it still exists"),

  NO_SUCH_OPERATION(
      "405",
      ArkRequestException.class,
      Repeat.NEVER,
      false,
      "this address, or the provider behind it, lacks the operation: check {address}"),
  NOT_IMPLEMENTED(
      "501",
      ArkProtocolException.class,
      Repeat.NEVER,
      false,
      "this address, or the provider behind it, lacks the operation: check {address}"),

  TOO_MANY(
      "any other 429",
      ArkUnavailableException.class,
      Repeat.ALWAYS,
      false,
      "send fewer requests, see requestsPerSecond"),
  DOWN(
      "503 with an error of the API",
      ArkUnavailableException.class,
      Repeat.ALWAYS,
      false,
      "try later"),
  FAILED(
      "any other 503; 500, 502, 504, other 5xx",
      ArkUnavailableException.class,
      Repeat.IF_SAFE,
      true,
      "try later"),
  FAILED_BEHIND("424, 499", ArkUnavailableException.class, Repeat.IF_SAFE, true, "try later"),
  NOT_PROCESSED("408, 425", ArkUnavailableException.class, Repeat.IF_SAFE, false, "try later"),
  IN_CONFLICT("409, 423", ArkUnavailableException.class, Repeat.NEVER, false, "try later"),
  REFUSED(
      "any other 400; 413, 422, other 4xx",
      ArkRequestException.class,
      Repeat.NEVER,
      false,
      "fix the message");

  private final String replies;
  private final @Nullable Class<? extends ArkException> exception;
  private final Repeat repeat;
  private final boolean mayHaveBeenExecuted;
  private final String advice;

  ReplyRow(
      String replies,
      @Nullable Class<? extends ArkException> exception,
      Repeat repeat,
      boolean mayHaveBeenExecuted,
      String advice) {
    this.replies = replies;
    this.exception = exception;
    this.repeat = repeat;
    this.mayHaveBeenExecuted = mayHaveBeenExecuted;
    this.advice = advice;
  }

  /** The replies it covers, in the words of the docs. */
  String replies() {
    return replies;
  }

  /** What a call fails with; null if it succeeds. */
  @Nullable Class<? extends ArkException> exception() {
    return exception;
  }

  Repeat repeat() {
    return repeat;
  }

  /** Whether the call may have been executed before the reply was sent. */
  boolean mayHaveBeenExecuted() {
    return mayHaveBeenExecuted;
  }

  /** What to do about it; the parts in braces differ between services. */
  String advice() {
    return advice;
  }

  /** Whether it is a 404 or 410 that needs more evidence. */
  boolean isOfSomethingMissing() {
    return this == WRONG_ADDRESS || this == MISSING_OR_WRONG_ADDRESS;
  }

  /** Whether the address belongs in the message, because it is or may be wrong. */
  boolean isAboutTheAddress() {
    return switch (this) {
      case REDIRECT,
          UNREADABLE,
          MISSING,
          WRONG_ADDRESS,
          MISSING_OR_WRONG_ADDRESS,
          MISSING_AFTER_LOSS,
          NO_SUCH_OPERATION,
          NOT_IMPLEMENTED ->
          true;
      default -> false;
    };
  }
}
