// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.client.PageWalk;
import io.github.camelark.client.WalkPage;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.model.ArkFile;
import io.github.camelark.settings.ConsumerOptions;
import io.github.camelark.text.RemoteText;
import java.time.Instant;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One walk through the list: which pages are asked for, and what becomes of each file. One thread
 * may ask for pages while another claims the files of those that have arrived.
 */
final class Scan {

  private static final Logger LOG = LoggerFactory.getLogger(Scan.class);

  private final PollSetup setup;
  private final FileFilter filter;
  private final @Nullable Cursor cursor;
  private final boolean isInherited;
  private final ScanProgress progress;
  private final ListOrder order;

  /** Files that the cursor has passed, which came all the same and are not done. */
  private final Set<String> openBehindCursor = ConcurrentHashMap.newKeySet();

  private PageWalk pages;

  /** The stored cursor that the walk began after, null if it began at the start. */
  private volatile @Nullable String beginning;

  /** Whether the file of the cursor is gone, so that a file before it must take its place. */
  private volatile boolean cursorIsGone;

  /** Whether a file that the cursor has passed could not come in this scan. */
  private boolean leftBehindCursor;

  /** Whether no page follows those that have arrived. */
  private volatile boolean hasEnded;

  /** Whether a page was not looked at to its end, because the poll takes no more files. */
  private boolean stopped;

  /** How many pages have arrived that no file was claimed of. */
  private final AtomicInteger unclaimed = new AtomicInteger();

  /**
   * @param cursor what was stored; null for nothing
   * @param fromStart whether the list is to begin at its start all the same
   * @param isInherited whether an earlier process has stored it, so that nothing else tells what is
   *     done of its second
   */
  Scan(
      PollSetup setup,
      FileFilter filter,
      @Nullable Cursor cursor,
      boolean fromStart,
      boolean isInherited) {
    ConsumerOptions options = setup.options();
    this.setup = setup;
    this.filter = filter;
    this.cursor = cursor;
    this.isInherited = isInherited;
    this.progress = new ScanProgress(options.cursorLag(), options.cursors() != null, cursor);
    this.beginning = cursor == null || fromStart ? null : cursor.after();
    this.order =
        new ListOrder(cursor != null && cursor.orderIsSeen(), beginning == null ? null : cursor);
    this.cursorIsGone = cursor != null && cursor.fileId() == null;
    this.pages = walk(beginning);
  }

  /**
   * Asks for the next page; null at the end of the list. A cursor that the server refuses is
   * dropped, and the scan begins at the start.
   */
  @Nullable WalkPage nextPage() {
    WalkPage page;
    try {
      page = pages.next();
    } catch (ArkRequestException | ArkNotFoundException e) {
      if (beginning == null) {
        throw e;
      }
      page = nextPageFromStart(beginning, e);
    }
    hasEnded = pages.hasReachedEnd();
    if (page != null) {
      order.look(page.files());
      unclaimed.incrementAndGet();
    }
    return page;
  }

  /** Whether every file was looked at that this list has. */
  boolean hasLookedAtAll() {
    return hasEnded && !stopped && unclaimed.get() == 0;
  }

  /** Whether it began at the start of the list, and every file to its end was looked at. */
  boolean hasSeenAll() {
    return beginning == null && hasLookedAtAll();
  }

  /** Whether a file that the cursor has passed is still to come: a later scan must begin again. */
  boolean leavesFilesBehindCursor() {
    return leftBehindCursor || !openBehindCursor.isEmpty();
  }

  /** Whether files came after newer ones, so that a cursor would hide files. */
  boolean isOutOfOrder() {
    return order.isBroken();
  }

  /** How far the cursor may move; null if it must not move. */
  @Nullable Cursor reached() {
    Cursor reached = order.isBroken() ? null : progress.reached();
    return reached == null ? null : reached.withOrder(order.isSeen());
  }

  /** A file that was emitted is done. */
  void done(String fileId) {
    openBehindCursor.remove(fileId);
    progress.done(fileId);
  }

  /**
   * Claims the files of a page that are to come now.
   *
   * @param most how many the queue may hold
   * @param claimed receives them; if this fails the caller gives them back
   */
  void claim(WalkPage page, int most, Queue<ClaimedFile> claimed) {
    beginPage(page);
    for (ArkFile file : page.files()) {
      if (claimed.size() == most) {
        progress.stopBefore(file);
        stopped = true;
        break;
      }
      look(file, page.requestId(), claimed);
    }
    if (!page.hasMore() && !stopped) {
      progress.end();
    }
    unclaimed.decrementAndGet();
  }

  private void beginPage(WalkPage page) {
    if (order.isBroken()) {
      progress.hold();
    }
    if (!progress.isHeld()) {
      Instant said = page.serverTime();
      progress.serverTime(said == null ? setup.time().clock().instant() : said);
    }
  }

  private void look(ArkFile file, String requestId, Queue<ClaimedFile> claimed) {
    if (cursor == null || !hasPassed(cursor, file)) {
      progress.pass(file, filter.claim(file, requestId, this, claimed));
      return;
    }
    if (cursorIsGone || cursor.isAt(file)) {
      progress.pass(file, Decision.DONE);
    }
    if (setup.options().remembersDoneForLong() && beginning == null && !cursor.isAt(file)) {
      lookBehindCursor(file, requestId, claimed);
    }
  }

  private boolean hasPassed(Cursor stored, ArkFile file) {
    return isInherited ? stored.coversAsInherited(file) : stored.covers(file);
  }

  /** It may have appeared later than the cursor waits for; if it is done it is remembered. */
  private void lookBehindCursor(ArkFile file, String requestId, Queue<ClaimedFile> claimed) {
    Decision decision = filter.claim(file, requestId, this, claimed);
    if (decision == Decision.EMIT) {
      openBehindCursor.add(file.id());
    } else if (decision == Decision.LATER) {
      leftBehindCursor = true;
    }
  }

  /** If the start is refused too, then it is not because of the cursor, which is kept. */
  private @Nullable WalkPage nextPageFromStart(String refused, ArkException refusal) {
    PageWalk fromStart = walk(null);
    WalkPage page = fromStart.next();
    LOG.warn(
        "The server refuses the stored cursor '{}' (HTTP {}), probably because its file was"
            + " deleted: the scan begins at the start and skips older files",
        RemoteText.excerpt(refused, 100),
        refusal.status());
    pages = fromStart;
    beginning = null;
    order.startOver();
    cursorIsGone = true;
    progress.dropCursor();
    return page;
  }

  private PageWalk walk(@Nullable String after) {
    return new PageWalk(setup.client(), setup.options().query().startingAfter(after));
  }
}
