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
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
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
  private final boolean hasPages;
  private final FileFilter filter;
  private final SeenFiles seen;
  private final Function<ArkFile, String> keyOf;
  private final Clock clock;
  private final @Nullable Cursor cursor;
  private final ScanProgress progress;

  private PageWalk pages;

  /** The stored cursor that the walk began after, null if it began at the start. */
  private @Nullable String beginning;

  /** Whether the file of the cursor is gone, so that a file before it must take its place. */
  private volatile boolean cursorIsGone;

  private volatile boolean hasReadAll;

  /** How many pages have arrived that no file was claimed of. */
  private final AtomicInteger unclaimed = new AtomicInteger();

  Scan(
      ScanSettings settings,
      FileFilter filter,
      SeenFiles seen,
      Function<ArkFile, String> keyOf,
      @Nullable Cursor cursor,
      boolean fromStart) {
    this.client = settings.client();
    this.query = settings.query();
    this.hasPages = settings.hasPages();
    this.clock = settings.clock();
    this.filter = filter;
    this.seen = seen;
    this.keyOf = keyOf;
    this.cursor = cursor;
    this.progress = new ScanProgress(settings.cursorLag(), settings.keepsCursor(), cursor);
    this.beginning = cursor == null || fromStart ? null : cursor.fileId();
    this.cursorIsGone = cursor != null && cursor.fileId() == null;
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
    if (page == null) {
      hasReadAll = beginning == null;
    } else {
      unclaimed.incrementAndGet();
    }
    return page;
  }

  /** Whether it began at the start of the list, and every page to its end was looked at. */
  boolean hasSeenAll() {
    return hasReadAll && unclaimed.get() == 0;
  }

  /** Claims the files of a page that are to come now, at most so many. */
  public Deque<ClaimedFile> claim(WalkPage page, int most) {
    Deque<ClaimedFile> claimed = new ArrayDeque<>();
    if (!progress.isHeld()) {
      Instant said = page.serverTime();
      progress.serverTime(said == null ? clock.instant() : said);
    }
    try {
      for (ArkFile file : page.files()) {
        if (claimed.size() == most) {
          break;
        }
        if (cursor == null || !cursor.covers(file)) {
          decide(file, page.requestId(), claimed);
        } else if (cursorIsGone) {
          progress.pass(file, Decision.DONE);
        }
      }
    } catch (RuntimeException e) {
      giveBack(claimed);
      throw e;
    }
    unclaimed.decrementAndGet();
    return claimed;
  }

  /** Gives back the claims of files that do not come after all. */
  public void giveBack(Queue<?> claimed) {
    for (Object file = claimed.poll(); file != null; file = claimed.poll()) {
      seen.giveBack(((ClaimedFile) file).key());
    }
  }

  /** How far this scan has got. */
  ScanProgress progress() {
    return progress;
  }

  private void decide(ArkFile file, String requestId, Deque<ClaimedFile> claimed) {
    Decision decision = filter.decide(file);
    if (decision == Decision.EMIT) {
      String key = keyOf.apply(file);
      decision = seen.claim(key, file.id());
      if (decision == Decision.EMIT) {
        claimed.add(new ClaimedFile(file, key, requestId));
      }
    }
    progress.pass(file, decision);
  }

  /** If the start is refused too, then it is not because of the cursor, which is kept. */
  private @Nullable WalkPage nextPageFromStart(String refused, ArkException refusal) {
    PageWalk fromStart = walk(null);
    WalkPage page = fromStart.next();
    LOG.warn(
        "The server refuses the stored cursor '{}' (HTTP {}), probably because its file was deleted:"
            + " the scan begins at the start and skips older files",
        RemoteText.excerpt(refused, 100),
        refusal.status());
    pages = fromStart;
    beginning = null;
    cursorIsGone = true;
    progress.dropCursor();
    return page;
  }

  private PageWalk walk(@Nullable String after) {
    return new PageWalk(client, query.startingAfter(after), hasPages);
  }
}
