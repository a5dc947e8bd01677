// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import io.github.camelark.api.ApiFailure;
import io.github.camelark.client.FileWalk;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.model.ArkFile;
import java.util.Iterator;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;

/**
 * The body of {@code paging=stream}: the files one by one, once. A step that has read some of them
 * and is redelivered cannot have them again. What is left would pass for the whole list, and after
 * a failed split nothing is left: Camel reads a stream to its end to release it. So such a
 * redelivery fails.
 *
 * <p>Used by one thread at a time.
 */
public final class FileStream implements Iterator<ArkFile> {

  private final FileWalk files;
  private final Exchange exchange;
  private volatile boolean begun;
  private volatile int redeliveries;

  /**
   * @param exchange whose redelivery would read the rest
   */
  FileStream(FileWalk files, Exchange exchange) {
    this.files = files;
    this.exchange = exchange;
  }

  @Override
  public boolean hasNext() {
    refuseRedelivery();
    return files.hasNext();
  }

  @Override
  public ArkFile next() {
    refuseRedelivery();
    ArkFile file = files.next();
    redeliveries = redeliveriesSoFar();
    begun = true;
    return file;
  }

  private void refuseRedelivery() {
    if (begun && !files.hasFailed() && redeliveriesSoFar() > redeliveries) {
      ArkRequestException refusal =
          new ArkRequestException(
              ApiFailure.of(
                  "files list",
                  null,
                  files.requestId(),
                  "a redelivery cannot read a stream again that was read before it"),
              "redeliver the list together with what reads it, or use paging=all");
      Exception failure =
          exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Exception.class);
      if (failure != null) {
        refusal.addSuppressed(failure);
      }
      throw refusal;
    }
  }

  /** Camel counts them in a header, from 1 on, and may take it away in between. */
  private int redeliveriesSoFar() {
    return exchange.getIn().getHeader(Exchange.REDELIVERY_COUNTER) instanceof Integer count
        ? count
        : 0;
  }

  /** For people; to convert it to text would be to read it. */
  @Override
  public String toString() {
    return "FileStream[a list of files that is read page by page]";
  }
}
