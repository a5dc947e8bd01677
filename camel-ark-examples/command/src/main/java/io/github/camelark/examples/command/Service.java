// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.command;

import io.github.camelark.ArkConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * A service and the key to it. The key is an option of the component rather than of a URI, where it
 * would be in every log of the endpoint.
 *
 * @param provider a value of the option provider, for example ark
 * @param baseUrl its address, null for the provider's own
 * @param apiKey the key, never shown
 * @param apiVersion Azure's api-version, null for the default
 */
public record Service(
    String provider, @Nullable String baseUrl, String apiKey, @Nullable String apiVersion) {

  /** Makes it the service of all endpoints of a component. */
  public void configure(ArkConfiguration configuration) {
    configuration.setProvider(provider);
    configuration.setBaseUrl(baseUrl);
    configuration.setApiKey(apiKey);
    configuration.setApiVersion(apiVersion);
  }

  @Override
  public String toString() {
    return provider + (baseUrl == null ? "" : " at " + baseUrl);
  }
}
