// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

/** A process that makes one call, and tells how long that took from the first line of code on. */
public final class FirstCall {

  private FirstCall() {}

  /**
   * Calls once, and prints nanoseconds.
   *
   * @param arguments the base URL, the variant
   */
  public static void main(String[] arguments) throws Exception {
    Variant variant = Variant.valueOf(arguments[1]);
    long begun = System.nanoTime();
    variant.open(arguments[0], id -> {}).retrieve("file-1");
    System.out.println(System.nanoTime() - begun);
    System.exit(0);
  }
}
