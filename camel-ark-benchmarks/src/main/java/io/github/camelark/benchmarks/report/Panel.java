// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.report;

import java.util.List;

/**
 * A group of bars that are compared with each other.
 *
 * @param title what is compared, and its unit
 * @param bars the values
 */
public record Panel(String title, List<Bar> bars) {

  /**
   * One bar.
   *
   * @param label whose it is
   * @param value how long it is
   * @param text the value as it is written
   * @param ours whether it is the component's
   */
  public record Bar(String label, double value, String text, boolean ours) {}
}
