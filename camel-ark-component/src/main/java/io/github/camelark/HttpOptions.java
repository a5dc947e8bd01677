// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which options may be passed on to camel-http. The list is closed: camel-http makes a query
 * parameter of an option that it does not know, so that a typo would change every request.
 */
final class HttpOptions {

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

  /** They can undo the safety of the client, so their use is logged. */
  static final List<String> DANGEROUS = List.of("httpClientConfigurer", "x509HostnameVerifier");

  private HttpOptions() {}

  /**
   * @throws IllegalArgumentException if an option is not to be passed on, or OAuth 2.0 is
   *     configured by half or over plain HTTP
   */
  static void check(Map<String, Object> options, ServiceAddress address) {
    for (String name : options.keySet()) {
      if (!PROXY.contains(name) && !OAUTH2.contains(name) && !DANGEROUS.contains(name)) {
        throw new IllegalArgumentException(
            "http.%s is not an option that is passed on to camel-http: only %s are"
                .formatted(name, known()));
      }
    }
    checkProxy(options);
    if (hasOAuth2(options)) {
      checkOAuth2(options, address);
    }
  }

  /** Whether OAuth 2.0 takes the place of the API key. */
  static boolean hasOAuth2(Map<String, Object> options) {
    return options.keySet().stream().anyMatch(OAUTH2::contains);
  }

  /** Whether calls leave this machine through a proxy, which sees what is sent over plain HTTP. */
  static boolean hasRemoteProxy(Map<String, Object> options) {
    return Stream.of("proxyHost", "proxyAuthHost")
        .map(options::get)
        .anyMatch(host -> host != null && !ServiceAddress.isLoopback(host.toString()));
  }

  /**
   * An endpoint's own options, and those of the component that it does not set. Secrets stay where
   * they belong: those of OAuth 2.0 with their service, the password of a proxy with that proxy.
   */
  static Map<String, Object> inherit(
      Map<String, Object> ofEndpoint, Map<String, Object> ofComponent, boolean sameService) {
    Map<String, Object> own = byFullNames(ofEndpoint);
    Map<String, Object> merged = byFullNames(ofComponent);
    if (!sameService) {
      merged.keySet().removeAll(OAUTH2);
    }
    if (own.containsKey("proxyHost") || own.containsKey("proxyAuthHost")) {
      merged.keySet().removeAll(PROXY);
    }
    merged.putAll(own);
    return merged;
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
    return full;
  }

  /** With half an address camel-http would go past the proxy without a word. */
  private static void checkProxy(Map<String, Object> options) {
    boolean host = options.containsKey("proxyHost") || options.containsKey("proxyAuthHost");
    boolean port = options.containsKey("proxyPort") || options.containsKey("proxyAuthPort");
    if (!(host && port) && options.keySet().stream().anyMatch(PROXY::contains)) {
      throw new IllegalArgumentException(
          "http.proxyHost and http.proxyPort must both be set where a proxy is: without them calls"
              + " go past it");
    }
  }

  private static void checkOAuth2(Map<String, Object> options, ServiceAddress address) {
    for (String name : OAUTH2_REQUIRED) {
      if (options.get(name) == null) {
        throw new IllegalArgumentException(
            "http."
                + name
                + " is missing: OAuth 2.0 needs http."
                + String.join(", http.", OAUTH2_REQUIRED));
      }
    }
    String tokenEndpoint = String.valueOf(options.get("oauth2TokenEndpoint"));
    if (!tokenEndpoint.toLowerCase(Locale.ROOT).startsWith("https://")) {
      throw new IllegalArgumentException(
          "http.oauth2TokenEndpoint must begin with https://: the client secret is sent there");
    }
    if (address.isPlainHttp()) {
      throw new IllegalArgumentException(
          "baseUrl must begin with https:// with OAuth 2.0: the access token is sent there");
    }
  }

  private static Set<String> known() {
    Set<String> known = new TreeSet<>(PROXY);
    known.addAll(OAUTH2);
    known.addAll(DANGEROUS);
    return known;
  }
}
