// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import io.github.camelark.dialect.Dialect;
import io.github.camelark.transport.ApiKey;
import java.util.function.UnaryOperator;

/** Finds the API key of an endpoint, and sees to it that it stays with its service. */
final class ApiKeys {

  private static final String MISSING =
      "apiKey is missing: set it, as a property by camel.component.ark.api-key";

  private final UnaryOperator<String> environment;

  /**
   * @param environment gives the value of an environment variable, null if it is not set
   */
  ApiKeys(UnaryOperator<String> environment) {
    this.environment = environment;
  }

  /**
   * The key; null where OAuth 2.0 takes its place.
   *
   * @throws IllegalArgumentException if there is none, it cannot be sent, or it would be sent in
   *     the clear
   */
  ApiKey find(ArkConfiguration configuration, Dialect dialect, ServiceAddress address) {
    if (HttpOptions.hasOAuth2(configuration.getHttpOptions())) {
      return null;
    }
    String key = trimmed(configuration.getApiKey());
    if (key.isEmpty() && dialect.isOwnHost(address.origin())) {
      key = trimmed(environment.apply(dialect.keyVariable()));
    }
    if (key.isEmpty()) {
      throw new IllegalArgumentException(missing(dialect, address));
    }
    if (!key.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      throw new IllegalArgumentException(
          "apiKey has a control character or one that is not ASCII: check what was copied");
    }
    checkPlainHttp(configuration, address);
    return new ApiKey(dialect.keyHeader(), dialect.keyPrefix(), key);
  }

  /** What is sent to this machine stays on it, unless a proxy is asked to send it. */
  private static void checkPlainHttp(ArkConfiguration configuration, ServiceAddress address) {
    boolean local =
        address.isLoopback() && !HttpOptions.hasRemoteProxy(configuration.getHttpOptions());
    if (address.isPlainHttp() && !local && !configuration.isAllowPlainHttp()) {
      throw new IllegalArgumentException(
          "baseUrl begins with http://, so the API key could be read on its way to "
              + address.origin().getHost()
              + (address.isLoopback() ? " through http.proxyHost" : "")
              + ": use https://, or set allowPlainHttp=true if the network is safe");
    }
  }

  private static String missing(Dialect dialect, ServiceAddress address) {
    if (dialect.isOwnName(address.origin()) && address.isPlainHttp()) {
      return "apiKey is missing: the environment variable "
          + dialect.keyVariable()
          + " is used over https only, and baseUrl begins with http://";
    }
    return dialect.isOwnHost(address.origin())
        ? MISSING + ", or the environment variable " + dialect.keyVariable()
        : MISSING
            + ". The environment variable "
            + dialect.keyVariable()
            + " is not used for "
            + address.origin().getHost()
            + ", which is not a host of provider "
            + dialect.name()
            + "; write apiKey={{env:"
            + dialect.keyVariable()
            + "}} if it is meant for it";
  }

  private static String trimmed(String key) {
    return key == null ? "" : key.trim();
  }
}
