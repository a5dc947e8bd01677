// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.dialect.Dialect;
import io.github.camelark.dialect.Dialects;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the page about replies from the table that decides about them. */
public final class ReplyTablePage {

  private static final String INTRODUCTION =
      """
      # Errors: what a reply means

      Made from the table in the code by `make docs`: do not edit. What a route should do about each exception is in the
      [README](../README.md#errors-and-what-to-do).

      "Repeated" says whether a call is sent again, at most `maxRetries` times: *always*, because it was certainly not
      executed; *if safe*, because executing it twice does no harm, as with a list, a retrieve or a delete; *never*.
      "May have been executed" is what `mayHaveBeenExecuted()` returns after one such reply; it stays true for the rest of
      the call.

      | Reply | Exception | Repeated | May have been executed | What its message advises |
      |---|---|---|---|---|
      """;

  private static final String EVIDENCE =
      """

      No answer at all is an `ArkUnavailableException`: always repeated if nothing was sent, otherwise if safe. An untrusted
      host, a reply that is not HTTP and a reply longer than `maxResponseSize` are `ArkProtocolException`s, never repeated.

      ## When a 404 is about the file or response

      A wrong `baseUrl`, a gateway or an ingress answers 404 too. So it counts as a missing file or response only if it
      contains an error of the API in its wrapper (`{"error":{...}}` or `ResponseMetadata`), none of the words for a wrong
      address below, and one of these applies:

      - its message or `param` names the id, as a separate word and not as part of a path
      - its code is a word for missing: `NotFound`, `not_found`, `ResourceNotFound`, `InvalidFile.NotFound`
      - this address, with this key, has answered a call on the same resource before
      - a list of one file, requested now, succeeds. It is requested once, within the pace of lists and the `callTimeout` of
        the call, and after a failure again in a minute at the earliest. Not on azure, whose lists have no limit, and not
        for responses, which have no list.

      ## When a deletion finds nothing after an earlier attempt that may have been executed

      Then that attempt deleted it, and the deletion is `ALREADY_GONE`, if the 404 or 410 has no body or an error of the API
      without words for a wrong address. Plain text, a page or such words say nothing about the file:
      `ArkUnavailableException` with `mayHaveBeenExecuted()`.

      ## Errors in a 2xx

      A list without files and a deletion without `deleted` are checked further. They are an error if they have a non-empty
      `error` or `errors`, `success:false`, `object:"error"`, a `ResponseMetadata.Error`, a `code` other than 0, 200, ok or
      success, a `status` that is an error, or a message without any word of success.

      ## Words

      As codes or types, or in messages, from any provider: a gateway may use the words of another one.

      | Means | Words |
      |---|---|
      """;

  private ReplyTablePage() {}

  public static String page() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    for (ReplyRow row : ReplyRow.values()) {
      if (row.exception() != null) {
        page.append(row(row));
      }
    }
    page.append(EVIDENCE);
    page.append(words("the storage is full", Dialect::storageQuotaCodes));
    page.append(words("a quota is exhausted", Dialect::quotaCodes));
    page.append(words("a temporary state", Dialect::passingStateCodes));
    page.append(words("a wrong address, as a code", Dialect::wrongAddressCodes));
    page.append(words("a wrong address, in a message", Dialect::wrongAddressWords));
    page.append(
        words(
            "a wrong address, as a whole message beside a numeric code",
            Dialect::wrongAddressMessages));
    return page.toString();
  }

  private static String row(ReplyRow row) {
    return "| %s | `%s`%s | %s | %s | %s |\n"
        .formatted(
            row.replies(),
            row.exception().getSimpleName(),
            row == ReplyRow.STORAGE_FULL ? ", `storage()`" : "",
            switch (row.repeat()) {
              case ALWAYS -> "always";
              case IF_SAFE -> "if safe";
              case NEVER -> "never";
            },
            row.mayHaveBeenExecuted() ? "yes" : "no",
            row.advice()
                .replace("{address}", "`baseUrl`, on azure also `apiVersion`")
                .replace("{key}", "`apiKey`"));
  }

  private static String words(String meaning, Function<Dialect, Set<String>> words) {
    return "| %s | %s |\n"
        .formatted(
            meaning,
            Dialects.all().stream()
                .map(words)
                .flatMap(Collection::stream)
                .sorted()
                .map(word -> "`" + word + "`")
                .collect(Collectors.joining(", ")));
  }
}
