// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.secrecy;

import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test in which a secret was logged; of all tests, by the file in META-INF/services. */
public final class SecretWatchExtension implements AfterEachCallback, AfterAllCallback {

  @Override
  public void afterEach(ExtensionContext context) {
    check();
  }

  /** What is logged when a context or a server of all tests of a class is closed. */
  @Override
  public void afterAll(ExtensionContext context) {
    check();
  }

  /** Fails if a secret was logged since this was asked last; for tests of another engine. */
  public static void check() {
    List<String> found = SecretWatch.takeFound();
    if (!found.isEmpty()) {
      throw new AssertionError("a secret was logged:\n" + String.join("\n", found));
    }
  }
}
