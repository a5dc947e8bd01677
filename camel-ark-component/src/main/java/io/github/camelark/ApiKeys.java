// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import io.github.camelark.dialect.Dialect;
import io.github.camelark.transport.ApiKey;
import java.net.URI;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Finds the API key of an endpoint, and sees to it that it stays with its service. */
final class ApiKeys {

  private static final String MISSING =
      "apiKey is missing: set it, as a property by camel.component.ark.api-key";

  private static final Pattern QUOTED = Pattern.compile("[\"'`].*|.*[\"'`]");
  private static final Pattern PLACEHOLDER = Pattern.compile("(\\$|\\{)\\{.*}");

  private final UnaryOperator<String> environment;
  private final ArkConfiguration ofComponent;

  /**
   * @param environment gives the value of an environment variable, null if it is not set
   * @param ofComponent what endpoints inherit, if it is meant for their service
   */
  ApiKeys(UnaryOperator<String> environment, ArkConfiguration ofComponent) {
    this.environment = environment;
    this.ofComponent = ofComponent;
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
    String name = "apiKey";
    String key = trimmed(configuration.getApiKey());
    if (key.isEmpty() && dialect.isOwnHost(address.origin())) {
      name = "environment variable " + dialect.keyVariable();
      key = trimmed(environment.apply(dialect.keyVariable()));
    }
    if (key.isEmpty()) {
      throw new MissingApiKeyException(missing(configuration, dialect, address));
    }
    check(name, key);
    checkPlainHttp(configuration, address);
    return new ApiKey(dialect.keyHeader(), dialect.keyPrefix(), key);
  }

  /** What was copied with the key would be sent with it, and refused without a hint. */
  private static void check(String name, String key) {
    if (!key.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      throw new IllegalArgumentException(
          name + " has a control character or one that is not ASCII: check what was copied");
    }
    if (QUOTED.matcher(key).matches()) {
      throw new IllegalArgumentException(name + " is in quotes: remove them");
    }
    if (PLACEHOLDER.matcher(key).matches()) {
      throw new IllegalArgumentException(
          name + " is a placeholder that nothing has resolved: check how it is written");
    }
    if (key.regionMatches(true, 0, "Bearer", 0, 6) && (key.length() == 6 || key.charAt(6) == ' ')) {
      throw new IllegalArgumentException(
          name + " begins with Bearer, which is added where it is needed: remove it");
    }
    if (key.indexOf(' ') >= 0) {
      throw new IllegalArgumentException(name + " has a blank in it: check what was copied");
    }
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

  private String missing(ArkConfiguration configuration, Dialect dialect, ServiceAddress address) {
    String variable = dialect.keyVariable();
    if (componentHasKey()) {
      return notInherited(configuration, dialect, address);
    }
    if (dialect.isOwnName(address.origin()) && address.isPlainHttp()) {
      return "apiKey is missing: the environment variable "
          + variable
          + " is used over https only, and baseUrl begins with http://";
    }
    return dialect.isOwnHost(address.origin())
        ? MISSING + ", or the environment variable " + variable
        : MISSING
            + ". The environment variable "
            + variable
            + " is not used for "
            + address.origin().getHost()
            + ", which is not a host of provider "
            + dialect.name()
            + "; write apiKey={{env:"
            + variable
            + "}} if it is meant for it";
  }

  private boolean componentHasKey() {
    return !trimmed(ofComponent.getApiKey()).isEmpty()
        || HttpOptions.hasOAuth2(ofComponent.getHttpOptions());
  }

  /** A key stays with its service. */
  private String notInherited(
      ArkConfiguration configuration, Dialect dialect, ServiceAddress address) {
    boolean sameProvider = Objects.equals(configuration.getProvider(), ofComponent.getProvider());
    URI own = address.origin();
    URI other = ServiceAddress.originOf(ofComponent);
    return ("the component has %s, but this endpoint names another %s, so it is not used: set"
            + " apiKey on the endpoint, or %s (the endpoint: %s at %s, the component: %s at %s)")
        .formatted(
            trimmed(ofComponent.getApiKey()).isEmpty() ? "OAuth 2.0" : "a key",
            sameProvider ? difference(own, other) : "provider",
            dialect.isOwnHost(own)
                ? "the environment variable " + dialect.keyVariable()
                : "let it have the provider and baseUrl of the component",
            configuration.getProvider(),
            own,
            ofComponent.getProvider(),
            other == null ? "no address" : other);
  }

  private static String difference(URI own, URI other) {
    if (other == null || !own.getHost().equals(other.getHost())) {
      return "host";
    }
    return own.getPort() == other.getPort() ? "scheme" : "port";
  }

  private static String trimmed(String key) {
    return key == null ? "" : key.trim();
  }
}
