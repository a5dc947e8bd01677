// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import io.github.camelark.dialect.Dialect;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
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
              + ": set it to the address of your resource, for example"
              + " https://name.openai.azure.com");
    }
    URI url = parse(baseUrl.trim());
    String path = url.getRawPath() == null ? "" : url.getRawPath().replaceAll("/+$", "");
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

  private static URI parse(String baseUrl) {
    URI url;
    try {
      url = new URI(baseUrl);
    } catch (URISyntaxException e) {
      // the value is not repeated: it may hold a password
      throw refused("is not a URL (" + e.getReason() + ")");
    }
    if (!"http".equalsIgnoreCase(url.getScheme()) && !"https".equalsIgnoreCase(url.getScheme())) {
      throw refused("must begin with https:// or http://");
    }
    if (url.getHost() == null) {
      throw refused("names no host");
    }
    if (url.getRawUserInfo() != null) {
      throw refused("must not hold a user or password: use apiKey");
    }
    if (url.getRawQuery() != null || url.getRawFragment() != null) {
      throw refused("must have neither a query nor a fragment: use apiVersion for api-version");
    }
    return url;
  }

  private static IllegalArgumentException refused(String reason) {
    return new IllegalArgumentException(
        "baseUrl " + reason + "; it looks like https://ark.cn-beijing.volces.com/api/v3");
  }
}
