// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import io.github.camelark.dialect.Dialect;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the API is, read from the option {@code baseUrl} and the provider's default.
 *
 * @param origin scheme, host and port
 * @param basePath the path of all calls, percent-encoded, without a slash at its end
 */
record ServiceAddress(URI origin, String basePath) {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|\\[::1]|127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

  private static final Pattern RESOURCE = Pattern.compile("(?i)/(files|responses)$");

  /**
   * @throws IllegalArgumentException if it is not the address of an API
   */
  static ServiceAddress of(ArkConfiguration configuration, Dialect dialect) {
    String baseUrl = configuration.getBaseUrl();
    if (baseUrl == null || baseUrl.isBlank()) {
      baseUrl = dialect.defaultBaseUrl();
    }
    if (baseUrl == null) {
      throw new IllegalArgumentException(
          "baseUrl is required on provider "
              + dialect.name()
              + ": set it to the address of your resource, for example "
              + dialect.exampleBaseUrl());
    }
    URI url = parse(baseUrl.trim(), dialect);
    String path = url.getRawPath() == null ? "" : url.getRawPath().replaceAll("/+$", "");
    Matcher resource = RESOURCE.matcher(path);
    if (resource.find()) {
      throw refused(
          "must not end in " + resource.group() + ": the calls append it, so leave it out",
          dialect);
    }
    return new ServiceAddress(origin(url), dialect.basePath(path));
  }

  /** Scheme, host and port of a URL, for comparison; the default port is left out. */
  static URI origin(URI url) {
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    boolean defaultPort = url.getPort() == (scheme.equals("https") ? 443 : 80);
    String port = url.getPort() < 0 || defaultPort ? "" : ":" + url.getPort();
    return URI.create(scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + port);
  }

  /** Whether what is sent there can be read on the way. */
  boolean isPlainHttp() {
    return "http".equals(origin.getScheme());
  }

  /** Whether the host is this machine by its literal name; names are not looked up. */
  boolean isLoopback() {
    return isLoopback(origin.getHost());
  }

  /** Whether a host is this machine by its literal name; names are not looked up. */
  static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host).matches();
  }

  @Override
  public String toString() {
    return origin + basePath;
  }

  private static URI parse(String baseUrl, Dialect dialect) {
    URI url;
    try {
      url = new URI(baseUrl);
    } catch (URISyntaxException e) {
      // the value is not repeated: it may hold a password
      throw refused("is not a URL (" + e.getReason() + ")", dialect);
    }
    if (!"http".equalsIgnoreCase(url.getScheme()) && !"https".equalsIgnoreCase(url.getScheme())) {
      throw refused("must begin with https:// or http://", dialect);
    }
    if (url.getHost() == null) {
      throw refused("names no host", dialect);
    }
    if (url.getRawUserInfo() != null) {
      throw refused("must not hold a user or password: use apiKey", dialect);
    }
    if (url.getRawQuery() != null || url.getRawFragment() != null) {
      throw refused("must have neither a query nor a fragment" + dialect.queryAdvice(), dialect);
    }
    return url;
  }

  private static IllegalArgumentException refused(String reason, Dialect dialect) {
    return new IllegalArgumentException(
        "baseUrl "
            + reason
            + "; on provider "
            + dialect.name()
            + " it looks like "
            + dialect.exampleBaseUrl());
  }
}
