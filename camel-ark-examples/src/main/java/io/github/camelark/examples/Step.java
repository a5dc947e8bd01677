// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

/** What can happen to a file or a model response. */
enum Step {
  LISTED("listed"),
  DUE("would be deleted"),
  RETRIEVED("retrieved"),
  DELETED("deleted"),
  ALREADY_GONE("already gone"),
  FAILED("failed"),
  RESPONSE_DELETED("response deleted"),
  CAME("came"),
  ANSWERED("answered"),
  UPLOADED("uploaded"),
  FETCHED("fetched");

  private final String words;

  Step(String words) {
    this.words = words;
  }

  /** In words for the screen. */
  @Override
  public String toString() {
    return words;
  }
}
