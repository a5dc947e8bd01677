// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Asks an {@link ApiServer} what it has counted. */
public final class Counter {

  private Counter() {}

  /**
   * How many requests below a base URL were refused, or were for a list, since this was asked last.
   *
   * @param baseUrl for example {@code http://127.0.0.1:8080/limit-20-some/api/v3}
   */
  public static int take(String baseUrl) {
    URI uri = URI.create(baseUrl);
    String behaviour = uri.getPath().split("/")[1];
    try (InputStream reply = uri.resolve("/count/" + behaviour).toURL().openStream()) {
      return Integer.parseInt(new String(reply.readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
