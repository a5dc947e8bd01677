// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkFilePage;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks through a list of files, a page at a time, one page ahead: the next page has arrived before
 * the last file of this one is handed out, because that file's id is the cursor, and a server may
 * refuse the cursor once the file is deleted. At most two pages are held. It cannot go on for ever,
 * whatever the server answers: a page that brings nothing new ends it with a warning.
 *
 * <p>If somebody else deletes the cursor's file at the wrong moment, the walk starts over, at most
 * as often as it makes progress, and skips what it has handed out, by time of creation. If a call
 * fails, the files that had arrived are handed out first, then its exception is thrown.
 *
 * <p>Used by one thread at a time.
 */
public final class FileWalk implements Iterator<ArkFile> {

  private static final Logger LOG = LoggerFactory.getLogger(FileWalk.class);

  private final ArkClient client;
  private final FileQuery query;
  private final boolean hasPages;
  private final WalkPosition position;
  private final CursorLoopGuard cursors = new CursorLoopGuard();

  /** Files that have arrived and are not handed out: the rest of a page, then the next page. */
  private List<ArkFile> files = List.of();

  private int nextFile;
  private @Nullable ArkFilePage latest;
  private @Nullable List<ArkFile> following;
  private @Nullable ArkException failure;
  private boolean failed;
  private @Nullable String requestId;
  private boolean ended;
  private long remaining;
  private long arrived;
  private long arrivedAtRestart = -1;

  /**
   * Asks for the first page.
   *
   * @param query where to begin, and what to list
   * @param hasPages whether the API gives lists in pages
   * @param maxFiles the most files to hand out; 0 for all
   */
  public FileWalk(ArkClient client, FileQuery query, boolean hasPages, long maxFiles) {
    this.client = client;
    this.query = query;
    this.hasPages = hasPages;
    this.remaining = maxFiles == 0 ? Long.MAX_VALUE : maxFiles;
    this.position = new WalkPosition("asc".equals(query.order()));
    this.files = accept(ask(query));
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
      if (following == null) {
        lookAhead();
      }
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
    boolean last = nextFile == files.size() - 1;
    if (last && remaining > 1 && following == null) {
      lookAhead();
    }
    remaining--;
    return files.get(nextFile++);
  }

  /** Brings the files after the latest page, if there are any and nothing failed. */
  private void lookAhead() {
    if (ended || failure != null) {
      return;
    }
    try {
      following = pageAfter(latest);
    } catch (ArkException e) {
      failure = e;
    }
  }

  private @Nullable List<ArkFile> pageAfter(@Nullable ArkFilePage page) {
    if (page == null || !page.hasMore() || !mayAskAfter(page)) {
      ended = true;
      return null;
    }
    String cursor = page.lastId();
    ArkFilePage next;
    try {
      next = ask(query.startingAfter(cursor));
    } catch (ArkRequestException | ArkNotFoundException e) {
      return startOver(cursor, e);
    }
    if (bringsNothingNew(page, next) || (next.hasMore() && cursors.isRepeated(next.lastId()))) {
      LOG.warn(
          "The page after '{}' brings nothing new, though the list says that there is more: it ends"
              + " here",
          client.printable(cursor));
      ended = true;
      return null;
    }
    return accept(next);
  }

  private boolean mayAskAfter(ArkFilePage page) {
    if (!hasPages) {
      LOG.warn(
          "The list says that there are more files, but this provider's API has no cursor: only the"
              + " first {} are listed",
          page.data().size());
      return false;
    }
    if (page.data().isEmpty() && page.unreadable().isEmpty()) {
      LOG.warn("The list says that there are more files, but its page is empty: it ends here");
      return false;
    }
    if (page.lastId() == null) {
      LOG.warn("The list says that there are more files, but names no last one: it ends here");
      return false;
    }
    return true;
  }

  private static boolean bringsNothingNew(ArkFilePage page, ArkFilePage next) {
    Set<String> known = page.data().stream().map(ArkFile::id).collect(Collectors.toSet());
    return (next.hasMore() || !next.data().isEmpty())
        && next.unreadable().isEmpty()
        && next.data().stream().allMatch(file -> known.contains(file.id()));
  }

  private List<ArkFile> startOver(@Nullable String cursor, ArkException refusal) {
    if (!position.isKnown() || arrived == arrivedAtRestart) {
      throw refusal;
    }
    LOG.warn(
        "The server refuses the cursor '{}' (HTTP {}), probably because its file was deleted: the"
            + " list starts over and skips what was handed out",
        client.printable(cursor),
        refusal.status());
    arrivedAtRestart = arrived;
    return accept(ask(query));
  }

  private ArkFilePage ask(FileQuery wanted) {
    Answer<ArkFilePage> answer = client.listFiles(wanted);
    requestId = answer.requestId();
    for (String entry : answer.value().unreadable()) {
      LOG.warn("Left out an entry of the list that is no file: {}", client.printable(entry));
    }
    return answer.value();
  }

  /** The files of a page that were not there before a restart. */
  private List<ArkFile> accept(ArkFilePage page) {
    latest = page;
    List<ArkFile> fresh =
        arrivedAtRestart < 0
            ? page.data()
            : page.data().stream().filter(file -> !position.hasPassed(file)).toList();
    position.moveTo(fresh);
    arrived += fresh.size();
    return fresh;
  }
}
