// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

/**
 * One way to corrupt something, with the place and the manner. Both are any numbers: each kind
 * takes from them what it needs, so that every change means something everywhere.
 *
 * @param kind what is done
 * @param where a place, modulo the number of places that there are
 * @param how a manner, modulo the number of manners that there are
 */
public record Change<T>(Kind<T> kind, int where, int how) {

  /** What can be done to something. */
  @FunctionalInterface
  public interface Kind<T> {
    T change(T sound, int where, int how);
  }

  T apply(T sound) {
    return kind.change(sound, where, how);
  }

  @Override
  public String toString() {
    return kind + "(" + where + ", " + how + ")";
  }
}
