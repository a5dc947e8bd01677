// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.api.ApiFailure;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.error.ArkUnavailableException;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkFilePage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks through the pages of a list and gives each file once, though pages may overlap. It cannot
 * go on forever, whatever the server answers: a circle, or pages that bring nothing new, end it
 * with a warning.
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
  private final WalkPosition position;
  private final RecentFiles recent = new RecentFiles();
  private WalkProgress progress = new WalkProgress();

  private @Nullable ArkFilePage latest;
  private boolean ended;
  private long handedOut;
  private long handedOutAtRestart = -1;

  /**
   * @param query where to begin, and what to list
   */
  public PageWalk(ArkClient client, FileQuery query) {
    this.client = client;
    this.query = query;
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
      return accept(client.listFiles(query));
    }
    String cursor = page.lastId();
    if (ended || !page.hasMore() || !mayAskAfter(page) || cursor == null) {
      ended = true;
      return null;
    }
    ApiResult<ArkFilePage> answer;
    try {
      answer = client.listFiles(query.startingAfter(cursor));
    } catch (ArkException e) {
      if (!isRefusalOfCursor(e)) {
        throw e;
      }
      return startOver(cursor, e);
    }
    return accept(answer);
  }

  /** Whether the server has said that the latest page is the last one. */
  public boolean hasReachedEnd() {
    return latest != null && !latest.hasMore();
  }

  /** The first page has shown that the address is right, so that a 404 is about the cursor. */
  private static boolean isRefusalOfCursor(ArkException e) {
    return e instanceof ArkRequestException || isMissing(e);
  }

  private static boolean isMissing(ArkException e) {
    return e.status() == 404 || e.status() == 410;
  }

  private boolean mayAskAfter(ArkFilePage page) {
    if (!client.hasPages()) {
      LOG.warn(
          "The list says that there are more files, but this provider's API has no cursor: only the"
              + " first {} are listed",
          page.data().size());
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

  private WalkPage startOver(String cursor, ArkException refusal) {
    if (!position.isKnown()) {
      // in the words of the service, unless they could pass for a file that is missing
      throw isMissing(refusal) ? lost(cursor, refusal) : refusal;
    }
    if (handedOut == handedOutAtRestart) {
      throw lost(cursor, refusal);
    }
    LOG.warn(
        "The server refuses the cursor '{}' (HTTP {}), probably because its file was deleted: the"
            + " list starts over and skips what was handed out",
        client.printable(cursor),
        refusal.status());
    ApiResult<ArkFilePage> first = client.listFiles(query);
    handedOutAtRestart = handedOut;
    // the cursors met so far come again, and rightly
    progress = new WalkProgress();
    return accept(first);
  }

  /** Says what the service said, but as something that passes: the list is to be begun anew. */
  private ArkUnavailableException lost(String cursor, ArkException refusal) {
    return new ArkUnavailableException(
        new ApiFailure(
            refusal.operation(),
            null,
            refusal.method(),
            refusal.url(),
            refusal.status(),
            refusal.code(),
            refusal.type(),
            refusal.param(),
            refusal.target(),
            refusal.details(),
            refusal.requestId(),
            refusal.body(),
            "the service refuses the cursor '%s', and the list cannot go on from another file"
                .formatted(client.printable(cursor)),
            false),
        "list again later: the file of the cursor was probably deleted",
        null,
        null);
  }

  /** The files of a page that were not there before. */
  private WalkPage accept(ApiResult<ArkFilePage> answer) {
    ArkFilePage page = answer.value();
    latest = page;
    List<ArkFile> unpassed = withoutPassed(page.data());
    List<ArkFile> fresh = recent.firstMet(unpassed);
    position.moveTo(fresh);
    handedOut += fresh.size();
    boolean isPassed = unpassed.size() < page.data().size();
    if (page.hasMore() && progress.isOver(page, isPassed, fresh)) {
      LOG.warn(
          "The page up to '{}' brings nothing new, though the list says that there is more: it ends"
              + " here",
          client.printable(page.lastId()));
      ended = true;
    }
    List<String> unreadable =
        page.unreadable().isEmpty()
            ? List.of()
            : page.unreadable().stream().map(client::printable).toList();
    return new WalkPage(
        fresh,
        unreadable,
        client.printable(answer.requestId()),
        answer.date(),
        page.hasMore() && !ended);
  }

  /** After a restart the files come again from the first one on. */
  private List<ArkFile> withoutPassed(List<ArkFile> files) {
    return handedOutAtRestart < 0
        ? files
        : files.stream().filter(file -> !position.hasPassed(file)).toList();
  }
}
