// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.report;

/**
 * Something that is wanted.
 *
 * @param text what was found, and what was wanted
 * @param met whether it is so
 */
public record Goal(String text, boolean met) {

  @Override
  public String toString() {
    return (met ? "met: " : "MISSED: ") + text;
  }
}
