// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

/** What a list of files becomes. The names are values of the option {@code paging}. */
public enum ArkPaging {
  /** One page: an {@link io.github.camelark.model.ArkFilePage}. */
  page,
  /** All files: a {@code List} of {@link io.github.camelark.model.ArkFile}. */
  all,
  /**
   * All files, a page at a time: an {@code Iterator} of {@link io.github.camelark.model.ArkFile}
   * for {@code split(body()).streaming()}.
   */
  stream
}
