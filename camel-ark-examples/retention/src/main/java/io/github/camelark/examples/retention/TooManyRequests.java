// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

/**
 * Counts the answers 429, including those before a successful retry: a route sees only the final
 * result of a call. Thread-safe.
 */
final class TooManyRequests implements HttpClientConfigurer {

  private final AtomicLong count = new AtomicLong();

  @Override
  public void configureHttpClient(HttpClientBuilder clientBuilder) {
    clientBuilder.addResponseInterceptorLast(
        (response, entity, context) -> {
          if (response.getCode() == 429) {
            count.incrementAndGet();
          }
        });
  }

  long count() {
    return count.get();
  }
}
