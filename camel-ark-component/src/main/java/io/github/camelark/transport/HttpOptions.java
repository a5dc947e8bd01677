// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is passed on to camel-http, which builds the HTTP client. The list is closed: camel-http
 * makes a query parameter of an option that it does not know, so that a typo would change every
 * request.
 *
 * @param values by name without the prefix {@code http.}; always the names of camel-http
 */
public record HttpOptions(Map<String, Object> values) {

  private static final Set<String> PROXY =
      Set.of(
          "proxyHost",
          "proxyPort",
          "proxyAuthScheme",
          "proxyAuthMethod",
          "proxyAuthUsername",
          "proxyAuthPassword",
          "proxyAuthHost",
          "proxyAuthPort",
          "proxyAuthDomain",
          "proxyAuthNtHost");
  private static final Set<String> OAUTH2 =
      Set.of(
          "oauth2ClientId",
          "oauth2ClientSecret",
          "oauth2TokenEndpoint",
          "oauth2Scope",
          "oauth2ResourceIndicator",
          "oauth2CacheTokens",
          "oauth2CachedTokensDefaultExpirySeconds",
          "oauth2CachedTokensExpirationMarginSeconds",
          "oauth2BodyAuthentication");

  /**
   * By their names without {@code oauth2}: Camel hides the value of {@code clientSecret} where it
   * prints properties, but not that of {@code oauth2ClientSecret}.
   */
  private static final Map<String, String> OAUTH2_BY_SHORT_NAME =
      OAUTH2.stream().collect(Collectors.toMap(HttpOptions::shortName, name -> name));

  private static final List<String> OAUTH2_REQUIRED =
      List.of("oauth2ClientId", "oauth2ClientSecret", "oauth2TokenEndpoint");

  private static final List<String> DANGEROUS =
      List.of("httpClientConfigurer", "x509HostnameVerifier");

  /**
   * @throws IllegalArgumentException if an option is set by both its names
   */
  public HttpOptions {
    values = byFullNames(values);
  }

  /**
   * @throws IllegalArgumentException if an option is not to be passed on, or a proxy or OAuth 2.0
   *     is configured by half
   */
  void check() {
    for (String name : values.keySet()) {
      if (!PROXY.contains(name) && !OAUTH2.contains(name) && !DANGEROUS.contains(name)) {
        throw new IllegalArgumentException(
            "http.%s is not an option that is passed on to camel-http: only %s are"
                .formatted(name, known()));
      }
    }
    checkProxy();
    if (usesOAuth2()) {
      checkOAuth2();
    }
  }

  /** Whether OAuth 2.0 takes the place of the API key. */
  public boolean usesOAuth2() {
    return hasAny(OAUTH2);
  }

  /** Whose tokens are used; with OAuth 2.0 only. */
  public Object oauth2ClientId() {
    return Objects.requireNonNull(values.get("oauth2ClientId"));
  }

  /** Whether calls go through a proxy of these options. */
  boolean usesProxy() {
    return !proxyHosts().isEmpty();
  }

  /** The proxies, which see what is sent over plain HTTP. */
  public List<String> proxyHosts() {
    return Stream.of("proxyHost", "proxyAuthHost")
        .map(values::get)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .toList();
  }

  /** The only kind of challenge of a proxy that is answered; null for any. */
  @Nullable String proxyAuthMethod() {
    Object method = values.get("proxyAuthMethod");
    return method == null ? null : method.toString().toLowerCase(Locale.ROOT);
  }

  /** Whether the user changes the client itself. */
  boolean hasConfigurer() {
    return values.containsKey("httpClientConfigurer");
  }

  /** Those that can undo the safety of the client. */
  public List<String> dangerous() {
    return DANGEROUS.stream().filter(values::containsKey).toList();
  }

  /**
   * An endpoint's own options, and those of the component that it does not set. Secrets stay where
   * they belong: those of OAuth 2.0 with their service, the password of a proxy with that proxy.
   */
  public HttpOptions inherit(HttpOptions ofComponent, boolean sameService) {
    Map<String, Object> merged = new HashMap<>(ofComponent.values);
    if (!sameService) {
      merged.keySet().removeAll(OAUTH2);
    }
    if (usesProxy()) {
      merged.keySet().removeAll(PROXY);
    }
    merged.putAll(values);
    return new HttpOptions(merged);
  }

  private static String shortName(String oauth2Option) {
    String name = oauth2Option.substring("oauth2".length());
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  private static Map<String, Object> byFullNames(Map<String, Object> options) {
    Map<String, Object> full = new HashMap<>();
    options.forEach(
        (name, value) -> {
          String fullName = OAUTH2_BY_SHORT_NAME.getOrDefault(name, name);
          if (full.put(fullName, value) != null) {
            throw new IllegalArgumentException(
                "http.%s and http.%s are the same option: leave one of them out"
                    .formatted(shortName(fullName), fullName));
          }
        });
    return Map.copyOf(full);
  }

  /** With half an address camel-http would go past the proxy without a word. */
  private void checkProxy() {
    boolean port = values.containsKey("proxyPort") || values.containsKey("proxyAuthPort");
    if (!(usesProxy() && port) && hasAny(PROXY)) {
      throw new IllegalArgumentException(
          "http.proxyHost and http.proxyPort must both be set where a proxy is: without them calls"
              + " go past it");
    }
  }

  private void checkOAuth2() {
    for (String name : OAUTH2_REQUIRED) {
      if (!values.containsKey(name)) {
        throw new IllegalArgumentException(
            "http."
                + name
                + " is missing: OAuth 2.0 needs http."
                + String.join(", http.", OAUTH2_REQUIRED));
      }
    }
    String tokenEndpoint = String.valueOf(values.get("oauth2TokenEndpoint"));
    if (!tokenEndpoint.toLowerCase(Locale.ROOT).startsWith("https://")) {
      throw new IllegalArgumentException(
          "http.oauth2TokenEndpoint must begin with https://: the client secret is sent there");
    }
  }

  private boolean hasAny(Set<String> names) {
    return values.keySet().stream().anyMatch(names::contains);
  }

  private static Set<String> known() {
    Set<String> known = new TreeSet<>(PROXY);
    known.addAll(OAUTH2);
    known.addAll(DANGEROUS);
    return known;
  }

  /** Without the values, some of which are secret. */
  @Override
  public String toString() {
    return "HttpOptions" + values.keySet();
  }
}
