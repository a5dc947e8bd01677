// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of the files, in the order asked for. */
record FilePage(List<SimulatedFile> files, boolean hasMore) {

  @Nullable String firstId() {
    return files.isEmpty() ? null : files.get(0).id();
  }

  @Nullable String lastId() {
    return files.isEmpty() ? null : files.get(files.size() - 1).id();
  }
}
