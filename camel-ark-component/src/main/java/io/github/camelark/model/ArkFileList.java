// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.model;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All files of a list, as {@code paging=all} gives them. It knows what it is a list of, so that it
 * can be converted to JSON when it is empty too. A route may sort, filter and change it; one thread
 * at a time. Not {@link java.io.Serializable}.
 */
public final class ArkFileList extends AbstractList<ArkFile> implements RandomAccess {

  private final List<ArkFile> files;

  /** A list of these files, which are copied. */
  public ArkFileList(List<ArkFile> files) {
    this.files = new ArrayList<>(files.size());
    addAll(files);
  }

  @Override
  public ArkFile get(int index) {
    return files.get(index);
  }

  @Override
  public int size() {
    return files.size();
  }

  @Override
  public ArkFile set(int index, ArkFile file) {
    return files.set(index, Objects.requireNonNull(file));
  }

  @Override
  public void add(int index, ArkFile file) {
    files.add(index, Objects.requireNonNull(file));
    modCount++;
  }

  @Override
  public ArkFile remove(int index) {
    ArkFile removed = files.remove(index);
    modCount++;
    return removed;
  }

  /** In one pass; the inherited way moves all that follow for each file that goes. */
  @Override
  public boolean removeIf(Predicate<? super ArkFile> filter) {
    boolean changed = files.removeIf(filter);
    modCount++;
    return changed;
  }

  /** A JSON array of what the API gave for each file, to the letter. */
  public String json() {
    return files.stream().map(ArkFile::json).collect(Collectors.joining(",", "[", "]"));
  }
}
