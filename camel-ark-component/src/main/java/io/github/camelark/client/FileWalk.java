// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.error.ArkException;
import io.github.camelark.model.ArkFile;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a list one by one, one page ahead: the next page has arrived before the last file of
 * this one is handed out, because that file's id is the cursor, and a server may refuse the cursor
 * once the file is deleted. At most two pages are held. If a call fails, the files that had arrived
 * are handed out first, then its exception is thrown.
 *
 * <p>Used by one thread at a time.
 */
public final class FileWalk implements Iterator<ArkFile> {

  private static final Logger LOG = LoggerFactory.getLogger(FileWalk.class);

  private final PageWalk pages;

  private List<ArkFile> files;
  private int nextFile;
  private @Nullable List<ArkFile> following;
  private @Nullable ArkException failure;
  private boolean failed;
  private @Nullable String requestId;
  private long remaining;

  /**
   * Asks for the first page.
   *
   * @param query where to begin, and what to list
   * @param hasPages whether the API gives lists in pages
   * @param maxFiles the most files to hand out; 0 for all
   */
  public FileWalk(ArkClient client, FileQuery query, boolean hasPages, long maxFiles) {
    this.pages = new PageWalk(client, query, hasPages);
    this.remaining = maxFiles == 0 ? Long.MAX_VALUE : maxFiles;
    List<ArkFile> first = nextPage();
    this.files = first == null ? List.of() : first;
  }

  /** The id of the latest request. */
  public @Nullable String requestId() {
    return requestId;
  }

  /**
   * Also true if {@link #next()} is about to fail: Camel's split asks for more before it processes
   * what it has, and a file that has arrived must not be lost over that. False once it has failed.
   */
  @Override
  public boolean hasNext() {
    if (remaining == 0) {
      return false;
    }
    while (nextFile == files.size()) {
      lookAhead();
      if (following == null) {
        return failure != null && !failed;
      }
      files = following;
      following = null;
      nextFile = 0;
    }
    return true;
  }

  @Override
  public ArkFile next() {
    boolean more = hasNext();
    if (failure != null && nextFile == files.size()) {
      failed = true;
      throw failure;
    }
    if (!more) {
      throw new NoSuchElementException("the list has no more files");
    }
    if (nextFile == files.size() - 1 && remaining > 1) {
      lookAhead();
    }
    remaining--;
    return files.get(nextFile++);
  }

  private void lookAhead() {
    if (following == null && failure == null) {
      try {
        following = nextPage();
      } catch (ArkException e) {
        failure = e;
      }
    }
  }

  private @Nullable List<ArkFile> nextPage() {
    WalkPage page = pages.next();
    if (page == null) {
      return null;
    }
    requestId = page.requestId();
    for (String entry : page.unreadable()) {
      LOG.warn("Left out an entry of the list that is no file: {}", entry);
    }
    return page.files();
  }
}
