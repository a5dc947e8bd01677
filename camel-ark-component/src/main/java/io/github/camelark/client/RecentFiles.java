// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.model.ArkFile;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files met latest, so that one that comes again is known: some services begin a page with the
 * file of the cursor, and a page may repeat the whole page before it. It remembers the ids of the
 * last two pages, and of a thousand files at least. Used by one thread.
 */
final class RecentFiles {

  private static final int LEAST = 1_000;

  /** In the order of their latest appearance. */
  private final Map<String, Boolean> ids = new LinkedHashMap<>(16, 0.75f, true);

  private int previousPage;

  /** Those of these files that were not met lately, each once. */
  List<ArkFile> firstMet(List<ArkFile> page) {
    List<ArkFile> fresh = new ArrayList<>(page.size());
    for (ArkFile file : page) {
      if (ids.put(file.id(), true) == null) {
        fresh.add(file);
      }
    }
    forget(Math.max(LEAST, page.size() + previousPage));
    previousPage = page.size();
    return fresh.size() == page.size() ? page : fresh;
  }

  private void forget(int most) {
    Iterator<String> oldest = ids.keySet().iterator();
    for (int left = ids.size(); left > most; left--) {
      oldest.next();
      oldest.remove();
    }
  }
}
