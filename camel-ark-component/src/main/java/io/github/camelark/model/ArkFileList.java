// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.model;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.Collectors;

/**
 * All files of a list, as {@code paging=all} gives them. It knows what it is a list of, so that it
 * can be converted to JSON when it is empty too. Immutable and thread-safe; not {@link
 * java.io.Serializable}.
 */
public final class ArkFileList extends AbstractList<ArkFile> implements RandomAccess {

  private final List<ArkFile> files;

  /** A list of these files, which are copied. */
  public ArkFileList(List<ArkFile> files) {
    this.files = List.copyOf(files);
  }

  @Override
  public ArkFile get(int index) {
    return files.get(index);
  }

  @Override
  public int size() {
    return files.size();
  }

  /** A JSON array of what the API gave for each file, to the letter. */
  public String json() {
    return files.stream().map(ArkFile::json).collect(Collectors.joining(",", "[", "]"));
  }
}
