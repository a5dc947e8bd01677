// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.api.ApiError;
import io.github.camelark.api.ApiOperation;
import io.github.camelark.dialect.Dialect;
import io.github.camelark.dialect.Dialects;
import io.github.camelark.model.ArkObjectError;
import io.github.camelark.transport.Reply;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the row of a reply. A gateway may speak in the words of another provider than the one that
 * it stands for, so the words of all dialects count. Thread-safe.
 */
final class ReplyTable {

  private static final Set<String> STORAGE = words(Dialect::storageQuotaCodes);
  private static final Set<String> QUOTA = words(Dialect::quotaCodes);
  private static final Set<String> PASSING_STATE = words(Dialect::passingStateCodes);
  private static final Set<String> WRONG_ADDRESS_CODES = words(Dialect::wrongAddressCodes);
  private static final Set<String> MISSING_MODEL = words(Dialect::missingModelCodes);
  private static final Set<String> WRONG_ADDRESS_WORDS = lower(words(Dialect::wrongAddressWords));
  private static final Set<String> WRONG_ADDRESS_MESSAGES =
      lower(words(Dialect::wrongAddressMessages));

  private static final Set<String> QUOTA_WORDS = lower(words(Dialect::quotaWords));
  private static final Set<String> PASSING_FAILURES = words(Dialect::passingFailureCodes);

  private ReplyTable() {}

  /**
   * The row of what the service says of a file or response that it could not process.
   *
   * @param failure null if it does not say why
   */
  static ReplyRow rowOf(@Nullable ArkObjectError failure) {
    String code = failure == null || failure.code() == null ? "" : failure.code();
    String message = failure == null || failure.message() == null ? "" : failure.message();
    if (STORAGE.contains(code)) {
      return ReplyRow.STORAGE_FULL;
    }
    if (QUOTA.contains(code) || containsOneOf(QUOTA_WORDS, message)) {
      return ReplyRow.QUOTA_USED_UP;
    }
    return PASSING_FAILURES.contains(code) ? ReplyRow.NOT_GENERATED : ReplyRow.NOT_USABLE;
  }

  private static boolean containsOneOf(Set<String> words, String message) {
    String lower = message.toLowerCase(Locale.ROOT);
    return words.stream().anyMatch(lower::contains);
  }

  /**
   * @param namesResource whether the call named a file or a response, which may be missing
   */
  static Meaning meaning(Reply reply, ApiOperation operation, boolean namesResource) {
    if (reply.isSuccess()) {
      return Meaning.SUCCESS;
    }
    ApiError error = ApiError.find(reply.body());
    return new Meaning(row(reply, error, operation, namesResource), error);
  }

  private static ReplyRow row(
      Reply reply, @Nullable ApiError error, ApiOperation operation, boolean namesResource) {
    return switch (reply.status()) {
      case 401 -> ReplyRow.UNAUTHORIZED;
      case 404, 410 ->
          operation == ApiOperation.CREATE_RESPONSE
              ? missingInQuestion(error)
              : missing(error, namesResource);
      case 405 -> ReplyRow.NO_SUCH_OPERATION;
      case 407 -> ReplyRow.FORBIDDEN;
      case 408, 425 -> ReplyRow.NOT_PROCESSED;
      case 409, 423 -> ReplyRow.IN_CONFLICT;
      case 424, 499 -> ReplyRow.FAILED_BEHIND;
      case 501 -> ReplyRow.NOT_IMPLEMENTED;
      case 503 -> down(reply, error, operation);
      default -> byClass(reply, error);
    };
  }

  /** A paid response is generated once: only a service that asks to wait has surely not begun. */
  private static ReplyRow down(Reply reply, @Nullable ApiError error, ApiOperation operation) {
    boolean ofTheApi = error != null && error.wrapped();
    return ofTheApi && (operation != ApiOperation.CREATE_RESPONSE || reply.retryAfter() != null)
        ? ReplyRow.DOWN
        : ReplyRow.FAILED;
  }

  /** A model, a deployment, a file or an earlier response that the question names. */
  private static ReplyRow missingInQuestion(@Nullable ApiError error) {
    return error != null
            && error.wrapped()
            && (error.isOneOf(MISSING_MODEL) || !isWrongAddress(error))
        ? ReplyRow.REFUSED
        : ReplyRow.WRONG_ADDRESS;
  }

  private static ReplyRow missing(@Nullable ApiError error, boolean namesResource) {
    return namesResource && !isWrongAddress(error)
        ? ReplyRow.MISSING_OR_WRONG_ADDRESS
        : ReplyRow.WRONG_ADDRESS;
  }

  private static ReplyRow byClass(Reply reply, @Nullable ApiError error) {
    int status = reply.status();
    if (status >= 500) {
      return ReplyRow.FAILED;
    }
    if (status < 400) {
      return status < 300 ? ReplyRow.UNREADABLE : ReplyRow.REDIRECT;
    }
    if (error != null && error.wrapped() && error.isOneOf(STORAGE)) {
      return ReplyRow.STORAGE_FULL;
    }
    boolean quota = error != null && error.isOneOf(QUOTA);
    return switch (status) {
      case 402 -> ReplyRow.QUOTA_USED_UP;
      case 400 -> quota ? ReplyRow.QUOTA_USED_UP : ReplyRow.REFUSED;
      case 403 -> quota ? ReplyRow.QUOTA_USED_UP : forbidden(reply, error);
      case 429 -> quota ? ReplyRow.QUOTA_USED_UP : ReplyRow.TOO_MANY;
      default -> ReplyRow.REFUSED;
    };
  }

  private static ReplyRow forbidden(Reply reply, @Nullable ApiError error) {
    if (error != null && error.wrapped() && error.isOneOf(PASSING_STATE)) {
      return ReplyRow.NOT_READY;
    }
    return reply.retryAfter() == null ? ReplyRow.FORBIDDEN : ReplyRow.CALLS_USED_UP;
  }

  private static boolean isWrongAddress(@Nullable ApiError error) {
    if (error == null) {
      return false;
    }
    String message = error.message() == null ? "" : error.message().toLowerCase(Locale.ROOT);
    return error.isOneOf(WRONG_ADDRESS_CODES)
        || containsOneOf(WRONG_ADDRESS_WORDS, message)
        || (error.hasNumericCode() && WRONG_ADDRESS_MESSAGES.contains(withoutFullStop(message)));
  }

  private static String withoutFullStop(String message) {
    String text = message.strip();
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  private static Set<String> words(Function<Dialect, Set<String>> ofDialect) {
    return Dialects.all().stream()
        .map(ofDialect)
        .flatMap(Collection::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> lower(Set<String> words) {
    return words.stream()
        .map(word -> word.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
