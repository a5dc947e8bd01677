// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import io.github.camelark.ArkConstants;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.examples.command.TerminalText;
import io.github.camelark.model.ArkDeletion;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkResponse;
import java.util.function.Consumer;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the routes do, and notifies a watcher; the routes know it as the bean {@code tally}.
 * Thread-safe: files are deleted in parallel, but the watcher sees one event at a time.
 */
public final class Tally {

  private final Consumer<Event> watcher;
  private Counts counts = Counts.NONE;

  Tally(Consumer<Event> watcher) {
    this.watcher = watcher;
  }

  synchronized Counts counts() {
    return counts;
  }

  public void listed(@Body ArkFile file) {
    happened(Step.LISTED, file.id(), FileLine.of(file));
  }

  public void due(@Body ArkFile file) {
    happened(Step.DUE, file.id(), FileLine.of(file));
  }

  public void came(@Body ArkFile file) {
    happened(Step.CAME, file.id(), FileLine.of(file));
  }

  public void uploaded(@Body ArkFile file) {
    happened(Step.UPLOADED, file.id(), FileLine.of(file));
  }

  public void retrieved(@Body ArkFile file) {
    happened(Step.RETRIEVED, file.id(), FileLine.of(file));
  }

  public void deletionEnded(
      @Header(ArkConstants.FILE_ID) String id,
      @Header(ArkConstants.FILE_NAME) @Nullable String name,
      @Body ArkDeletion deletion) {
    String file = TerminalText.escape(name == null ? id : id + "  " + name);
    switch (deletion.outcome()) {
      case DELETED -> happened(Step.DELETED, id, file);
      case ALREADY_GONE -> happened(Step.ALREADY_GONE, id, file + "  (when it was to be deleted)");
      case NOT_DELETED -> happened(Step.FAILED, id, file + "  was not deleted by the service");
    }
  }

  public void fetched(
      @Header(ArkConstants.FILE_ID) String id, @Header(Exchange.FILE_NAME_PRODUCED) String path) {
    happened(Step.FETCHED, id, TerminalText.escape(id + "  " + path));
  }

  public void answered(@Header(ArkConstants.FILE_ID) String id, @Body ArkResponse response) {
    happened(Step.ANSWERED, id, TerminalText.escape(id + "  " + response.text()));
  }

  public void responseDeletionEnded(
      @Header(ArkConstants.RESPONSE_ID) String id, @Body ArkDeletion deletion) {
    Step step = deletion.deleted() ? Step.RESPONSE_DELETED : Step.FAILED;
    happened(step, id, TerminalText.escape(id));
  }

  public void alreadyGone(@ExchangeException ArkNotFoundException exception) {
    String id = exception.resourceId();
    if (id == null) {
      // It is the list that was not found: that is no file that is gone.
      failed(exception);
    } else {
      happened(
          Step.ALREADY_GONE, id, TerminalText.escape(id) + "  (ArkNotFoundException, handled)");
    }
  }

  public void failed(@ExchangeException Exception exception) {
    String id = exception instanceof ArkException ark ? ark.resourceId() : null;
    happened(Step.FAILED, id, TerminalText.escape(String.valueOf(exception.getMessage())));
  }

  private synchronized void happened(Step step, @Nullable String id, String text) {
    counts = counts.plus(step, 1);
    watcher.accept(new Event(step, id, text, counts));
  }
}
