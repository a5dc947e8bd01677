// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.client.ArkClient;
import io.github.camelark.error.ArkFailure;
import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.model.ArkDeletion;
import io.github.camelark.model.ArkFile;
import io.github.camelark.settings.ConsumerOptions;
import io.github.camelark.settings.FileSelection;
import io.github.camelark.transport.Time;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.Message;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a consumer does, put together from its options: which files come, what their exchanges hold,
 * and what follows. Used by one consumer.
 */
public final class FilePolling implements AutoCloseable {

  private final Endpoint endpoint;
  private final ConsumerOptions options;
  private final ArkClient client;
  private final BiFunction<ArkFile, @Nullable String, Message> messages;
  private final FileRepositories.Lease lease;
  private final SeenFiles seen;
  private final Scans scans;

  FilePolling(
      Endpoint endpoint,
      ConsumerOptions options,
      ArkClient client,
      Time time,
      BiFunction<ArkFile, @Nullable String, Message> messages,
      FileRepositories.Lease lease) {
    this.endpoint = endpoint;
    this.options = options;
    this.client = client;
    this.messages = messages;
    this.lease = lease;
    this.seen = lease.seenFiles();
    FileSelection selection = options.selection();
    this.scans =
        new Scans(
            options,
            client,
            time,
            new FileFilter(selection, client.purposes(), predicate(selection), time.clock()),
            seen,
            keyOf(selection.idempotentKey()));
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

  /**
   * Writes a claimed file into an exchange, and sees to what follows when a route is done with it.
   *
   * @param pauseAfterFailure how long a file that failed waits before it comes again
   */
  public FileCompletion fill(
      Exchange exchange,
      ClaimedFile claimed,
      Scan scan,
      Duration pauseAfterFailure,
      ExceptionHandler exceptionHandler) {
    exchange.setIn(messages.apply(claimed.file(), claimed.requestId()));
    FileCompletion completion =
        new FileCompletion(
            claimed,
            scan,
            seen,
            options.deleteAfterRead() ? this::delete : null,
            pauseAfterFailure,
            exceptionHandler);
    exchange.getExchangeExtension().addOnCompletion(completion);
    return completion;
  }

  /** Gives back what is shared with the consumers to come. */
  @Override
  public void close() {
    lease.close();
  }

  private Exchange exchangeOf(ArkFile file) {
    Exchange exchange = endpoint.createExchange();
    exchange.setIn(messages.apply(file, null));
    return exchange;
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
    bySimple.initPredicate(endpoint.getCamelContext());
    return byBean.and(file -> bySimple.matches(exchangeOf(file)));
  }

  @SuppressWarnings("unchecked")
  private Predicate<ArkFile> fromBean(@Nullable Object filter) {
    if (filter == null) {
      return file -> true;
    }
    if (filter instanceof org.apache.camel.Predicate predicate) {
      predicate.initPredicate(endpoint.getCamelContext());
      return file -> predicate.matches(exchangeOf(file));
    }
    return (Predicate<ArkFile>) filter;
  }

  private Function<ArkFile, String> keyOf(@Nullable String expression) {
    if (expression == null) {
      return ArkFile::id;
    }
    Expression key = simple().createExpression(expression);
    key.init(endpoint.getCamelContext());
    return file -> {
      String value = key.evaluate(exchangeOf(file), String.class);
      return value == null || value.isBlank() ? file.id() : value;
    };
  }

  private Language simple() {
    return endpoint.getCamelContext().resolveLanguage("simple");
  }
}
