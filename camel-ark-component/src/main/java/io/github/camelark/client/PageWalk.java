// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkFilePage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks through the pages of a list. It cannot go on for ever, whatever the server answers: a page
 * that brings nothing new, or a cursor met before, ends it with a warning.
 *
 * <p>The cursor is the id of the last file of a page. If the server refuses it because somebody
 * deleted that file, the walk starts over, at most as often as it makes progress, and skips what it
 * has handed out, by time of creation.
 *
 * <p>Used by one thread at a time.
 */
public final class PageWalk {

  private static final Logger LOG = LoggerFactory.getLogger(PageWalk.class);

  /** Longer than any id of the APIs, and short enough for a request line. */
  private static final int MAX_CURSOR_CHARACTERS = 512;

  private final ArkClient client;
  private final FileQuery query;
  private final boolean hasPages;
  private final WalkPosition position;
  private CursorLoopGuard cursors = new CursorLoopGuard();
  private CursorLoopGuard lastFiles = new CursorLoopGuard();

  private @Nullable ArkFilePage latest;
  private boolean ended;
  private long handedOut;
  private long handedOutAtRestart = -1;

  /**
   * @param query where to begin, and what to list
   * @param hasPages whether the API gives lists in pages
   */
  public PageWalk(ArkClient client, FileQuery query, boolean hasPages) {
    this.client = client;
    this.query = query;
    this.hasPages = hasPages;
    this.position = new WalkPosition("asc".equals(query.order()));
  }

  /**
   * Asks for the next page.
   *
   * @return null at the end of the list
   * @throws ArkException if the call fails; the next call of this method tries it again
   */
  public @Nullable WalkPage next() {
    ArkFilePage page = latest;
    if (page == null) {
      Answer<ArkFilePage> first = client.listFiles(query);
      isMetAgain(first.value());
      return accept(first);
    }
    String cursor = page.lastId();
    if (ended || !page.hasMore() || !mayAskAfter(page) || cursor == null) {
      ended = true;
      return null;
    }
    Answer<ArkFilePage> answer;
    try {
      answer = client.listFiles(query.startingAfter(cursor));
    } catch (ArkRequestException | ArkNotFoundException e) {
      return startOver(cursor, e);
    }
    ArkFilePage next = answer.value();
    if (bringsNothingNew(page, next) || (next.hasMore() && isMetAgain(next))) {
      LOG.warn(
          "The page after '{}' brings nothing new, though the list says that there is more: it ends"
              + " here",
          client.printable(cursor));
      ended = true;
      return null;
    }
    return accept(answer);
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
    if (page.lastId() == null || !isPossible(page.lastId())) {
      LOG.warn("The list says that there are more files, but names no last one: it ends here");
      return false;
    }
    return true;
  }

  /** What is no id of a file must not become part of a request. */
  private static boolean isPossible(String cursor) {
    return cursor.length() <= MAX_CURSOR_CHARACTERS
        && StandardCharsets.UTF_8.newEncoder().canEncode(cursor);
  }

  /** A server that leads in circles may name its cursors anew, but not its files. */
  private boolean isMetAgain(ArkFilePage page) {
    List<ArkFile> files = page.data();
    String lastFile = files.isEmpty() ? null : files.get(files.size() - 1).id();
    boolean cursorMet = cursors.isRepeated(page.lastId());
    return lastFiles.isRepeated(lastFile) || cursorMet;
  }

  private boolean bringsNothingNew(ArkFilePage page, ArkFilePage next) {
    if (!next.data().isEmpty() && position.isBefore(next.data().get(0))) {
      // true of nearly every page, and cheaper than a look at all files of the one before
      return false;
    }
    String first = next.data().isEmpty() ? null : next.data().get(0).id();
    if (first != null && page.data().stream().noneMatch(file -> file.id().equals(first))) {
      return false;
    }
    Set<String> known = page.data().stream().map(ArkFile::id).collect(Collectors.toSet());
    return (next.hasMore() || !next.data().isEmpty())
        // one page of entries that are no file may pass, a second in a row may not
        && (next.unreadable().isEmpty() || page.data().isEmpty())
        && next.data().stream().allMatch(file -> known.contains(file.id()));
  }

  private WalkPage startOver(String cursor, ArkException refusal) {
    if (!position.isKnown() || handedOut == handedOutAtRestart) {
      throw refusal;
    }
    LOG.warn(
        "The server refuses the cursor '{}' (HTTP {}), probably because its file was deleted: the"
            + " list starts over and skips what was handed out",
        client.printable(cursor),
        refusal.status());
    Answer<ArkFilePage> first = client.listFiles(query);
    handedOutAtRestart = handedOut;
    // the cursors met so far come again, and rightly
    cursors = new CursorLoopGuard();
    lastFiles = new CursorLoopGuard();
    isMetAgain(first.value());
    return accept(first);
  }

  /** The files of a page that were not there before a restart. */
  private WalkPage accept(Answer<ArkFilePage> answer) {
    ArkFilePage page = answer.value();
    latest = page;
    List<ArkFile> fresh =
        handedOutAtRestart < 0
            ? page.data()
            : page.data().stream().filter(file -> !position.hasPassed(file)).toList();
    position.moveTo(fresh);
    handedOut += fresh.size();
    List<String> unreadable =
        page.unreadable().isEmpty()
            ? List.of()
            : page.unreadable().stream().map(client::printable).toList();
    return new WalkPage(
        fresh, unreadable, client.printable(answer.requestId()), answer.date(), page.hasMore());
  }
}
