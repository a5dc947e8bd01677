// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.dialect.Dialects;
import io.github.camelark.dialect.Statuses;
import io.github.camelark.model.ArkFile;
import io.github.camelark.settings.FileSelection;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.camel.Expression;
import org.apache.camel.spi.Language;
import org.jspecify.annotations.Nullable;

/**
 * Decides about each listed file, by the options and by what became of it before, and claims those
 * that come. Thread-safe if the predicates of the user are.
 */
final class FileFilter {

  private static final Statuses KNOWN = Dialects.fileStatuses();

  private final PollSetup setup;
  private final FileSelection selection;
  private final SeenFiles seen;
  private final Predicate<ArkFile> predicate;
  private final Function<ArkFile, String> keyOf;

  FileFilter(PollSetup setup, SeenFiles seen) {
    this.setup = setup;
    this.selection = setup.options().selection();
    this.seen = seen;
    this.predicate = byBean(selection.filter().bean()).and(bySimple(selection.filterFile()));
    this.keyOf = keyOf(selection.idempotentKey());
  }

  /** Claims a file if it comes now. */
  Decision claim(ArkFile file, String requestId, Scan scan, Queue<ClaimedFile> claimed) {
    if (!setup.client().purposes().admits(selection.purpose(), file)) {
      return Decision.NEVER;
    }
    Decision byStatus = byStatus(file);
    if (byStatus != Decision.EMIT) {
      // size and type are known only once a file is active: too early to ask the predicate
      return byStatus;
    }
    Decision byTime = byTime(file);
    if (byTime == Decision.NEVER || !predicate.test(file)) {
      return Decision.NEVER;
    }
    if (byTime == Decision.LATER) {
      return byTime;
    }
    String key = keyOf.apply(file);
    Decision claim = seen.claim(key, file.id());
    if (claim == Decision.EMIT) {
      claimed.add(new ClaimedFile(file, key, requestId, scan));
    }
    return claim;
  }

  private Decision byStatus(ArkFile file) {
    Set<String> wanted = selection.statuses();
    String status = file.status();
    if (wanted.isEmpty() || (status != null && wanted.contains(status))) {
      return Decision.EMIT;
    }
    return KNOWN.isReady(status) || KNOWN.isFailed(status) ? Decision.NEVER : Decision.LATER;
  }

  private Decision byTime(ArkFile file) {
    Instant now = setup.time().clock().instant();
    Duration olderThan = selection.olderThan();
    Instant created = file.createdAt();
    if (olderThan != null && (created == null || !created.isBefore(now.minus(olderThan)))) {
      return Decision.LATER;
    }
    Duration expiringWithin = selection.expiringWithin();
    if (expiringWithin == null) {
      return Decision.EMIT;
    }
    Instant expires = file.expireAt();
    if (expires == null) {
      return Decision.NEVER;
    }
    return expires.isBefore(now.plus(expiringWithin)) ? Decision.EMIT : Decision.LATER;
  }

  @SuppressWarnings("unchecked")
  private Predicate<ArkFile> byBean(@Nullable Object filter) {
    if (filter instanceof org.apache.camel.Predicate camel) {
      return by(camel);
    }
    return filter == null ? file -> true : (Predicate<ArkFile>) filter;
  }

  private Predicate<ArkFile> bySimple(@Nullable String filter) {
    return filter == null ? file -> true : by(simple().createPredicate(filter));
  }

  private Predicate<ArkFile> by(org.apache.camel.Predicate predicate) {
    predicate.initPredicate(setup.context());
    return file -> predicate.matches(setup.exchange(file));
  }

  private Function<ArkFile, String> keyOf(@Nullable String expression) {
    if (expression == null) {
      return ArkFile::id;
    }
    Expression key = simple().createExpression(expression);
    key.init(setup.context());
    return file -> {
      String value = key.evaluate(setup.exchange(file), String.class);
      return value == null || value.isBlank() ? file.id() : value;
    };
  }

  private Language simple() {
    return setup.context().resolveLanguage("simple");
  }
}
