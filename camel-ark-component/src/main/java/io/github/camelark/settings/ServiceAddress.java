// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.settings;

import io.github.camelark.dialect.Dialect;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the API is, read from the option {@code baseUrl} and the provider's default.
 *
 * @param origin scheme, host and port
 * @param basePath the path of all calls, percent-encoded, without a slash at its end
 */
public record ServiceAddress(URI origin, String basePath) {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|\\[::1]|127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

  private static final Pattern WITHOUT_SCHEME =
      Pattern.compile("([\\w.-]{1,253}|\\[[0-9a-fA-F:]+])(:\\d{1,5})?(/[\\w.~/-]{0,200})?");
  private static final Pattern RESOURCE =
      Pattern.compile("/(files|responses)/*$", Pattern.CASE_INSENSITIVE);

  /**
   * @throws IllegalArgumentException if it is not the address of an API
   */
  public static ServiceAddress of(@Nullable String configured, Dialect dialect) {
    String baseUrl =
        configured == null || configured.isBlank() ? dialect.defaultBaseUrl() : configured;
    if (baseUrl == null) {
      throw new IllegalArgumentException(
          "baseUrl is required on provider "
              + dialect.name()
              + ": set it to the address of your resource, for example "
              + dialect.exampleBaseUrl());
    }
    URI url = parse(baseUrl.trim(), dialect);
    String path = url.getRawPath() == null ? "" : url.getRawPath().replaceAll("/+$", "");
    return new ServiceAddress(origin(url), dialect.basePath(path));
  }

  /** Scheme, host and port of a URL, for comparison; the default port is left out. */
  private static URI origin(URI url) {
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
    if (!baseUrl.regionMatches(true, 0, "https://", 0, 8)
        && !baseUrl.regionMatches(true, 0, "http://", 0, 7)) {
      throw new IllegalArgumentException(
          "baseUrl must begin with https:// or http://, for example "
              + withScheme(baseUrl, dialect));
    }
    URI url;
    try {
      url = new URI(baseUrl);
    } catch (URISyntaxException e) {
      // the value is not repeated: it may hold a password
      throw refused("is not a URL (" + e.getReason() + ")", dialect);
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
    checkEnd(url.getPath());
    return url;
  }

  /** What was most likely meant, if it is an address but for its beginning. */
  private static String withScheme(String baseUrl, Dialect dialect) {
    Matcher address = WITHOUT_SCHEME.matcher(baseUrl);
    if (!address.matches()) {
      return dialect.exampleBaseUrl();
    }
    return (isLoopback(address.group(1).toLowerCase(Locale.ROOT)) ? "http://" : "https://")
        + baseUrl;
  }

  /** Every call would go to {@code /files/files}, whose 404 would pass for a missing file. */
  private static void checkEnd(@Nullable String path) {
    Matcher resource = RESOURCE.matcher(path == null ? "" : path);
    if (resource.find()) {
      throw new IllegalArgumentException(
          "baseUrl must not end in /%s, which every call adds to it: leave that away"
              .formatted(resource.group(1)));
    }
  }

  private static IllegalArgumentException refused(String reason, Dialect dialect) {
    return new IllegalArgumentException(
        "baseUrl " + reason + "; it looks like " + dialect.exampleBaseUrl());
  }
}
