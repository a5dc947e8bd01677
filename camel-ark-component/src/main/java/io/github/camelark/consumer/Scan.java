// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.client.ArkClient;
import io.github.camelark.client.FileQuery;
import io.github.camelark.client.PageWalk;
import io.github.camelark.client.WalkPage;
import io.github.camelark.error.ArkException;
import io.github.camelark.error.ArkNotFoundException;
import io.github.camelark.error.ArkRequestException;
import io.github.camelark.model.ArkFile;
import io.github.camelark.model.RemoteText;
import io.github.camelark.settings.ConsumerOptions;
import io.github.camelark.settings.Decision;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One walk through the list: which pages are asked for, and what becomes of each file. One thread
 * may ask for pages while another claims the files of those that have arrived.
 */
public final class Scan {

  private static final Logger LOG = LoggerFactory.getLogger(Scan.class);

  private final ArkClient client;
  private final FileQuery query;
  private final FileFilter filter;
  private final SeenFiles seen;
  private final Function<ArkFile, String> keyOf;
  private final Clock clock;
  private final ScanStart start;
  private final boolean remembersDone;
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

  Scan(
      ConsumerOptions options,
      ArkClient client,
      Clock clock,
      FileFilter filter,
      SeenFiles seen,
      Function<ArkFile, String> keyOf,
      ScanStart start) {
    this.client = client;
    this.query = options.query();
    this.clock = clock;
    this.filter = filter;
    this.seen = seen;
    this.keyOf = keyOf;
    this.start = start;
    this.remembersDone = options.remembersDoneForLong();
    this.progress =
        new ScanProgress(options.cursorLag(), options.cursors() != null, start.cursor());
    this.beginning = start.after();
    this.order = start.order();
    this.cursorIsGone = start.cursor() != null && start.cursor().fileId() == null;
    this.pages = walk(beginning);
  }

  /**
   * Asks for the next page; null at the end of the list. A cursor that the server refuses is
   * dropped, and the scan begins at the start.
   */
  public @Nullable WalkPage nextPage() {
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

  /** Whether a file came after an older one, so that the order of the list is no guess. */
  boolean isOrderSeen() {
    return order.isSeen();
  }

  /** How far the cursor may move; null if it must not move. */
  @Nullable Cursor reached() {
    return order.isBroken() ? null : progress.reached();
  }

  /** A file that was emitted is done. */
  void done(String fileId) {
    openBehindCursor.remove(fileId);
    progress.done(fileId);
  }

  /** Claims the files of a page that are to come now, at most so many. */
  public Deque<ClaimedFile> claim(WalkPage page, int most) {
    Deque<ClaimedFile> claimed = new ArrayDeque<>();
    beginPage(page);
    try {
      for (ArkFile file : page.files()) {
        if (claimed.size() == most) {
          progress.stopBefore(file);
          stopped = true;
          break;
        }
        look(file, page.requestId(), claimed);
      }
    } catch (RuntimeException | Error e) {
      giveBack(claimed);
      throw e;
    }
    if (!page.hasMore() && !stopped) {
      progress.end();
    }
    unclaimed.decrementAndGet();
    return claimed;
  }

  private void beginPage(WalkPage page) {
    if (order.isBroken()) {
      progress.hold();
    }
    if (!progress.isHeld()) {
      Instant said = page.serverTime();
      progress.serverTime(said == null ? clock.instant() : said);
    }
  }

  /** Gives back the claims of files that do not come after all, and takes them out of the queue. */
  public void giveBack(Queue<?> claimed) {
    List<String> keys = claimed.stream().map(file -> ((ClaimedFile) file).key()).toList();
    claimed.clear();
    seen.giveBackAll(keys);
  }

  private void look(ArkFile file, String requestId, Deque<ClaimedFile> claimed) {
    if (!start.covers(file)) {
      progress.pass(file, decide(file, requestId, claimed));
      return;
    }
    if (cursorIsGone || start.isAt(file)) {
      progress.pass(file, Decision.DONE);
    }
    if (remembersDone && beginning == null && !start.isAt(file)) {
      lookBehindCursor(file, requestId, claimed);
    }
  }

  /** It may have appeared later than the cursor waits for; if it is done it is remembered. */
  private void lookBehindCursor(ArkFile file, String requestId, Deque<ClaimedFile> claimed) {
    Decision decision = decide(file, requestId, claimed);
    if (decision == Decision.EMIT) {
      openBehindCursor.add(file.id());
    } else if (decision == Decision.LATER) {
      leftBehindCursor = true;
    }
  }

  private Decision decide(ArkFile file, String requestId, Deque<ClaimedFile> claimed) {
    Decision decision = filter.decide(file);
    if (decision != Decision.EMIT) {
      return decision;
    }
    String key = keyOf.apply(file);
    Decision claim = seen.claim(key, file.id());
    if (claim == Decision.EMIT) {
      claimed.add(new ClaimedFile(file, key, requestId));
    }
    return claim;
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
    return new PageWalk(client, query.startingAfter(after));
  }
}
