// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.operation;

import io.github.camelark.api.ApiOperation;
import io.github.camelark.client.FileWalk;
import io.github.camelark.model.ArkFile;
import java.util.Iterator;
import org.apache.camel.Exchange;

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
  private final OnceRead once;

  /**
   * @param exchange whose redelivery would read the rest
   */
  FileStream(FileWalk files, Exchange exchange) {
    this.files = files;
    this.once =
        new OnceRead(
            ApiOperation.LIST_FILES,
            exchange,
            "redeliver the list together with what reads it, or use paging=all");
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
    once.read();
    return file;
  }

  private void refuseRedelivery() {
    if (!files.hasFailed()) {
      once.refuseRedelivery(null, files.requestId());
    }
  }

  /** For people; to convert it to text would be to read it. */
  @Override
  public String toString() {
    return "FileStream[a list of files that is read page by page]";
  }
}
