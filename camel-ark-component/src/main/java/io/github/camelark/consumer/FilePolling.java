// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.ArkConfiguration;
import io.github.camelark.client.ArkClient;
import io.github.camelark.error.ArkFailure;
import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.model.ArkDeletion;
import io.github.camelark.model.ArkFile;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a consumer does, put together from its options: which files come, what their exchanges hold,
 * and what follows. Used by one consumer.
 */
public final class FilePolling {

  private final CamelContext context;
  private final Function<ArkFile, Exchange> exchangeOf;
  private final ArkClient client;
  private final SeenFiles seen;
  private final boolean deleteAfterRead;
  private final Scans scans;

  /**
   * @param exchangeOf makes the exchange that expressions see a file in
   * @param cursorKey what the cursor is stored under
   */
  public FilePolling(
      CamelContext context,
      Function<ArkFile, Exchange> exchangeOf,
      ArkConfiguration configuration,
      FileSelection selection,
      ScanSettings settings,
      SeenFiles seen,
      String cursorKey) {
    this.context = context;
    this.exchangeOf = exchangeOf;
    this.client = settings.client();
    this.seen = seen;
    this.deleteAfterRead = configuration.isDeleteAfterRead();
    this.scans =
        new Scans(
            settings,
            new FileFilter(
                selection, settings.client().purposes(), predicate(selection), settings.clock()),
            seen,
            keyOf(selection.idempotentKey()),
            configuration.getCursorRepository(),
            cursorKey);
  }

  /**
   * Begins a scan.
   *
   * @param most how many files it may bring
   */
  public Scan begin(int most) {
    return scans.begin(most);
  }

  /** Stores how far the latest scan has got. */
  public void saveCursor() {
    scans.saveCursor();
  }

  /** Gives back the claim of a file that does not come after all. */
  public void giveBack(ClaimedFile file) {
    seen.giveBack(file.key());
  }

  /** What is to follow when the route is done with a file. */
  public FileCompletion completion(
      ClaimedFile file, Scan scan, Duration pauseAfterFailure, ExceptionHandler exceptionHandler) {
    return new FileCompletion(
        file,
        scan,
        seen,
        deleteAfterRead ? this::delete : null,
        pauseAfterFailure,
        exceptionHandler);
  }

  private void delete(String id) {
    ArkDeletion.Outcome outcome;
    try {
      outcome = client.deleteFile(id).value().outcome();
    } catch (ArkNotFoundException e) {
      outcome = ArkDeletion.Outcome.ALREADY_GONE;
    }
    if (outcome == ArkDeletion.Outcome.NOT_DELETED) {
      throw new ArkUnavailableException(
          ArkFailure.of("files delete", id, null, "the service answered that it was not deleted"),
          "it will be tried again",
          null,
          null);
    }
  }

  private Predicate<ArkFile> predicate(FileSelection selection) {
    Predicate<ArkFile> byBean = fromBean(selection.filter().bean());
    String simple = selection.filterFile();
    if (simple == null) {
      return byBean;
    }
    org.apache.camel.Predicate bySimple = simple().createPredicate(simple);
    bySimple.initPredicate(context);
    return byBean.and(file -> bySimple.matches(exchangeOf.apply(file)));
  }

  @SuppressWarnings("unchecked")
  private Predicate<ArkFile> fromBean(@Nullable Object filter) {
    if (filter == null) {
      return file -> true;
    }
    if (filter instanceof org.apache.camel.Predicate predicate) {
      predicate.initPredicate(context);
      return file -> predicate.matches(exchangeOf.apply(file));
    }
    return (Predicate<ArkFile>) filter;
  }

  private Function<ArkFile, String> keyOf(@Nullable String expression) {
    if (expression == null) {
      return ArkFile::id;
    }
    Expression key = simple().createExpression(expression);
    key.init(context);
    return file -> {
      String value = key.evaluate(exchangeOf.apply(file), String.class);
      return value == null || value.isBlank() ? file.id() : value;
    };
  }

  private Language simple() {
    return context.resolveLanguage("simple");
  }
}
