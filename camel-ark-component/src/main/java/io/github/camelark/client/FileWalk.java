// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.api.ApiFailure;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.model.ArkFile;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a list one by one, one page ahead: the next page has arrived before the last file of
 * this one is handed out, because that file's id is the cursor, and a server may refuse the cursor
 * once the file is deleted. At most two pages are held. If a call fails, the files that had arrived
 * are handed out first, then its exception is thrown at every later read.
 *
 * <p>Used by one thread at a time; a second one is refused.
 */
public final class FileWalk implements Iterator<ArkFile> {

  private static final Logger LOG = LoggerFactory.getLogger(FileWalk.class);

  private static final String LISTING = "files list";

  private final PageWalk pages;
  private final PurposeCheck purposes;
  private final @Nullable String purpose;
  private final AtomicBoolean inUse = new AtomicBoolean();

  private List<ArkFile> files;
  private int nextFile;
  private @Nullable List<ArkFile> following;
  private volatile @Nullable Throwable failure;
  private @Nullable String requestId;
  private long remaining;

  /**
   * Asks for the first page.
   *
   * @param query where to begin, and what to list
   * @param maxFiles the most files to hand out; 0 for all
   */
  public FileWalk(ArkClient client, FileQuery query, long maxFiles) {
    this.pages = new PageWalk(client, query);
    this.purposes = client.purposes();
    this.purpose = query.purpose();
    this.remaining = maxFiles == 0 ? Long.MAX_VALUE : maxFiles;
    List<ArkFile> first = nextPage();
    this.files = first == null ? List.of() : first;
  }

  /** Whether it will fail, or has done so, once the files that had arrived are handed out. */
  public boolean hasFailed() {
    return failure != null;
  }

  /** The id of the latest request. */
  public @Nullable String requestId() {
    return requestId;
  }

  /**
   * Also true if {@link #next()} is about to fail, and true ever after: Camel's split asks for more
   * before it processes what it has, so that a file that has arrived must not be lost over a
   * failure; and a split that is redelivered must meet the failure again, not an end.
   */
  @Override
  public boolean hasNext() {
    begin();
    try {
      return hasFileOrFailure();
    } finally {
      inUse.set(false);
    }
  }

  @Override
  public ArkFile next() {
    begin();
    try {
      return nextFile();
    } finally {
      inUse.set(false);
    }
  }

  /** Threads may take turns, as those of a parallel split do; also makes them see what was done. */
  private void begin() {
    if (!inUse.compareAndSet(false, true)) {
      throw new ArkRequestException(
          ApiFailure.of(LISTING, null, requestId, "two threads read this stream at once"),
          "read it by one .split(body()).streaming(), which may have parallelProcessing(), or use"
              + " paging=all");
    }
  }

  private boolean hasFileOrFailure() {
    if (remaining == 0) {
      return false;
    }
    while (nextFile == files.size()) {
      lookAhead();
      if (following == null) {
        return failure != null;
      }
      files = following;
      following = null;
      nextFile = 0;
    }
    return true;
  }

  private ArkFile nextFile() {
    if (!hasFileOrFailure()) {
      throw new NoSuchElementException(
          "the list has no more files: a stream is read once, by one thread at a time");
    }
    if (failure != null && nextFile == files.size()) {
      throw failed(failure);
    }
    if (nextFile == files.size() - 1 && remaining > 1) {
      lookAhead();
    }
    remaining--;
    return files.get(nextFile++);
  }

  private static RuntimeException failed(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return (RuntimeException) failure;
  }

  /**
   * Asks for each page once. Camel reads a stream to its end to release it after its split has
   * failed: were a page asked for again then, its files would be lost.
   */
  private void lookAhead() {
    if (following == null && failure == null) {
      try {
        following = nextPage();
      } catch (RuntimeException | Error e) {
        failure = e;
      }
    }
  }

  /**
   * The next page that has a file. Empty ones are passed at once: their cursor, too, may be a file
   * that was handed out and is about to be deleted.
   */
  private @Nullable List<ArkFile> nextPage() {
    List<ArkFile> admitted;
    do {
      WalkPage page = pages.next();
      if (page == null) {
        return null;
      }
      requestId = page.requestId();
      for (String entry : page.unreadable()) {
        LOG.warn("Left out an entry of the list that is no file: {}", entry);
      }
      admitted = purposes.admitted(purpose, page.files());
    } while (admitted.isEmpty());
    return admitted;
  }
}
