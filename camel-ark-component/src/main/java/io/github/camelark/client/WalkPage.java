// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.model.ArkFile;
import io.github.camelark.transport.HttpTime;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one step of a {@link PageWalk} brought.
 *
 * @param files the files of the page that no page before had; may be empty
 * @param unreadable the entries of the page that are no file, as they may be printed
 * @param requestId the server's id of the request as it may be printed, else the one sent with it
 * @param date the Date header: when the server answered; null if it did not say
 * @param hasMore whether the server says that another page follows
 */
public record WalkPage(
    List<ArkFile> files,
    List<String> unreadable,
    String requestId,
    @Nullable String date,
    boolean hasMore) {

  /** When the server answered; null if it did not say. Read anew each time, which is not cheap. */
  public @Nullable Instant serverTime() {
    return HttpTime.date(date);
  }
}
