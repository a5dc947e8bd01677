// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/**
 * What a client is built from; endpoints with equal settings share one.
 *
 * @param origin scheme, host and port
 * @param connectTimeout the longest wait for a connection to be made
 * @param responseTimeout the longest silence of the server
 * @param longResponseTimeout the longest silence of the server to a call that takes long
 * @param callTimeout the longest wait for a connection of the pool
 * @param longCallTimeout the same for a call that takes long
 * @param maxConnections the size of the pool
 * @param maxResponseSize the longest reply, in bytes
 * @param requestIdHeaders the headers of a reply with the server's id of the request
 * @param sslContextParameters null for the JVM's own
 * @param http what is passed on to camel-http
 */
public record TransportSettings(
    URI origin,
    Duration connectTimeout,
    Duration responseTimeout,
    Duration longResponseTimeout,
    Duration callTimeout,
    Duration longCallTimeout,
    int maxConnections,
    long maxResponseSize,
    List<String> requestIdHeaders,
    @Nullable SSLContextParameters sslContextParameters,
    HttpOptions http) {

  /**
   * @throws IllegalArgumentException if one of them cannot be meant
   */
  public TransportSettings {
    Limits.timeout("connectTimeout", connectTimeout);
    Limits.timeout("responseTimeout", responseTimeout);
    Limits.timeout("callTimeout", callTimeout);
    Limits.atLeast("maxConnections", maxConnections, 1);
    Limits.atLeast("maxResponseSize", maxResponseSize, 1);
    http.check();
  }

  /** The same, with another TLS configuration if it has none. */
  public TransportSettings orTls(@Nullable SSLContextParameters parameters) {
    return sslContextParameters != null
        ? this
        : new TransportSettings(
            origin,
            connectTimeout,
            responseTimeout,
            longResponseTimeout,
            callTimeout,
            longCallTimeout,
            maxConnections,
            maxResponseSize,
            requestIdHeaders,
            parameters,
            http);
  }
}
