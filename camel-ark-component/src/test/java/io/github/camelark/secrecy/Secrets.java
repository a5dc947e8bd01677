// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.secrecy;

import java.util.List;

/**
 * The secrets that the tests use: keys, passwords and what makes a download address pre-signed. A
 * test that needs another one names it here, so that it is watched over.
 */
public final class Secrets {

  private static final List<String> ALL =
      List.of(
          "simulator-ark-key",
          "simulator-azure-key",
          "simulator-openai-key",
          "the-secret",
          "a-secret",
          "fake-key",
          "fake-wrong-key",
          "fake-environment-key",
          "fake-fuzzed-key",
          "fake-secret",
          "fake-password",
          // proxy-user:fake-password, as Basic authentication has it
          "cHJveHktdXNlcjpmYWtlLXBhc3N3b3Jk",
          "changeit",
          "topsecret",
          "s3cret");

  private Secrets() {}

  /** The first secret in a text, null if there is none. */
  public static String in(String text) {
    for (String secret : ALL) {
      if (text.contains(secret)) {
        return secret;
      }
    }
    return null;
  }
}
