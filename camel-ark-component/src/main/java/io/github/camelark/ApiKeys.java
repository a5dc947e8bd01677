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
  private final ArkConfiguration component;

  /**
   * @param environment gives the value of an environment variable, null if it is not set
   */
  /**
   * @param component the options of the component, whose key an endpoint may not inherit
   */
  ApiKeys(UnaryOperator<String> environment, ArkConfiguration component) {
    this.environment = environment;
    this.component = component;
  }

  /**
   * The key; null where OAuth 2.0 takes its place.
   *
   * @throws MissingApiKeyException if there is none
   * @throws IllegalArgumentException if it cannot be sent, or would be sent in the clear
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
      throw new MissingApiKeyException(missing(dialect, address));
    }
    checkCharacters(key);
    checkPlainHttp(configuration, address);
    return new ApiKey(dialect.keyHeader(), dialect.keyPrefix(), key);
  }

  /** What comes along when a key is copied; the service would only say that it is wrong. */
  private static void checkCharacters(String key) {
    if (!key.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      throw new IllegalArgumentException(
          "apiKey has a control character or one that is not ASCII: check what was copied");
    }
    if (key.regionMatches(true, 0, "Bearer ", 0, 7)) {
      throw new IllegalArgumentException(
          "apiKey begins with 'Bearer ', which is added where it is needed: leave it out");
    }
    if (isQuote(key.charAt(0)) || isQuote(key.charAt(key.length() - 1))) {
      throw new IllegalArgumentException(
          "apiKey has a quote at its start or end: leave it out, as in an environment file that is"
              + " not read by a shell");
    }
    if (key.indexOf(' ') >= 0) {
      throw new IllegalArgumentException("apiKey has a blank in it: check what was copied");
    }
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
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

  private String missing(Dialect dialect, ServiceAddress address) {
    if (!trimmed(component.getApiKey()).isEmpty()) {
      boolean sameProvider = dialect.name().equals(component.getProvider());
      return "the component has an apiKey, but this endpoint names another "
          + (sameProvider ? "scheme, host or port" : "provider")
          + ", so it is not used: set apiKey on the endpoint, or add a component of its own for "
          + address.origin();
    }
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
