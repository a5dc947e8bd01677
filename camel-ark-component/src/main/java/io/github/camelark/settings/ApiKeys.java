// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.settings;

import io.github.camelark.dialect.Dialect;
import io.github.camelark.transport.ApiKey;
import java.net.URI;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the API key of an endpoint, and sees to it that it stays with its service. */
public final class ApiKeys {

  /** No API key was found for an endpoint that needs one. */
  public static final class MissingApiKeyException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    MissingApiKeyException(String message) {
      super(message);
    }
  }

  private static final String MISSING =
      "apiKey is missing: set it, as a property by camel.component.ark.api-key";

  private static final Pattern QUOTED = Pattern.compile("[\"'`].*|.*[\"'`]");
  private static final Pattern PLACEHOLDER = Pattern.compile("(\\$|\\{)\\{.*}");

  private final UnaryOperator<String> environment;
  private final ServiceOptions ofComponent;

  /**
   * @param value null where OAuth 2.0 takes its place
   * @param origin for advice: what to look at if the service does not accept the key
   */
  record Found(@Nullable ApiKey value, String origin) {}

  /**
   * @param environment gives the value of an environment variable, null if it is not set
   * @param ofComponent what endpoints inherit, if it is meant for their service
   */
  public ApiKeys(UnaryOperator<String> environment, ServiceOptions ofComponent) {
    this.environment = environment;
    this.ofComponent = ofComponent;
  }

  /**
   * The key of an endpoint.
   *
   * @throws MissingApiKeyException if there is none
   * @throws IllegalArgumentException if it cannot be sent, or would be sent in the clear
   */
  Found find(ServiceSettings service) {
    ServiceOptions options = service.options();
    if (options.http().usesOAuth2()) {
      return new Found(null, "http.oauth2ClientId, http.oauth2ClientSecret and http.oauth2Scope");
    }
    Dialect dialect = service.dialect();
    String name = "apiKey";
    String key = trimmed(options.apiKey());
    String origin =
        Objects.equals(options.apiKey(), ofComponent.apiKey())
            ? "apiKey of the component"
            : "apiKey of the endpoint";
    if (key.isEmpty()) {
      name = "environment variable " + dialect.keyVariable();
      origin = "the " + name;
      boolean own = dialect.isOwnHost(service.address().origin());
      key = own ? trimmed(environment.apply(dialect.keyVariable())) : "";
    }
    if (key.isEmpty()) {
      throw new MissingApiKeyException(missing(service));
    }
    check(name, key);
    checkPlainHttp(options, service.address());
    return new Found(new ApiKey(dialect.keyHeader(), dialect.keyPrefix(), key), origin);
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
  private static void checkPlainHttp(ServiceOptions options, ServiceAddress address) {
    boolean local =
        address.isLoopback()
            && options.http().proxyHosts().stream().allMatch(ServiceAddress::isLoopback);
    if (address.isPlainHttp() && !local && !options.allowPlainHttp()) {
      throw new IllegalArgumentException(
          "baseUrl begins with http://, so the API key could be read on its way to "
              + address.origin().getHost()
              + (address.isLoopback() ? " through http.proxyHost" : "")
              + ": use https://, or set allowPlainHttp=true if the network is safe");
    }
  }

  private String missing(ServiceSettings service) {
    Dialect dialect = service.dialect();
    URI origin = service.address().origin();
    String variable = dialect.keyVariable();
    if (ofComponent.hasCredentials()) {
      return notInherited(service);
    }
    if (dialect.isOwnName(origin) && service.address().isPlainHttp()) {
      return "apiKey is missing: the environment variable "
          + variable
          + " is used over https only, and baseUrl begins with http://";
    }
    return dialect.isOwnHost(origin)
        ? MISSING + ", or the environment variable " + variable
        : MISSING
            + ". The environment variable "
            + variable
            + " is not used for "
            + origin.getHost()
            + ", which is not a host of provider "
            + dialect.name()
            + "; write apiKey={{env:"
            + variable
            + "}} if it is meant for it";
  }

  /** A key stays with its service. */
  private String notInherited(ServiceSettings service) {
    Dialect dialect = service.dialect();
    boolean sameProvider = dialect.name().equals(ofComponent.provider());
    URI own = service.address().origin();
    URI other = ofComponent.origin();
    return ("the component has %s, but this endpoint names another %s, so it is not used: set"
            + " apiKey on the endpoint, or %s (the endpoint: %s at %s, the component: %s at %s)")
        .formatted(
            ofComponent.hasApiKey() ? "a key" : "OAuth 2.0",
            sameProvider ? difference(own, other) : "provider",
            dialect.isOwnHost(own)
                ? "the environment variable " + dialect.keyVariable()
                : "let it have the provider and baseUrl of the component",
            dialect.name(),
            own,
            ofComponent.provider(),
            other == null ? "no address" : other);
  }

  private static String difference(URI own, @Nullable URI other) {
    if (other == null || !own.getHost().equals(other.getHost())) {
      return "host";
    }
    return own.getPort() == other.getPort() ? "scheme" : "port";
  }

  private static String trimmed(@Nullable String key) {
    return key == null ? "" : key.trim();
  }
}
