// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.settings;

import io.github.camelark.dialect.Dialects;
import io.github.camelark.transport.HttpOptions;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The options that say which service is called, and as whom. An endpoint inherits them only from a
 * component that names the same service.
 */
public record ServiceOptions(
    String provider,
    @Nullable String baseUrl,
    @Nullable String apiVersion,
    @Nullable String apiKey,
    boolean allowPlainHttp,
    HttpOptions http) {

  /**
   * Scheme, host and port; null if the options name none, and then no endpoint starts with them.
   */
  public @Nullable URI origin() {
    try {
      return ServiceAddress.of(baseUrl, Dialects.named(provider)).origin();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  boolean hasApiKey() {
    return apiKey != null && !apiKey.isBlank();
  }

  boolean hasCredentials() {
    return hasApiKey() || http.usesOAuth2();
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "ServiceOptions[provider=" + provider + ", origin=" + origin() + "]";
  }
}
