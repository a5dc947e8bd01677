// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Makes the pool of connections. */
final class ConnectionPool extends PoolingHttpClientConnectionManagerBuilder {

  private ConnectionPool() {}

  /**
   * @param maxPerHost the most connections to one host
   * @param maxInAll the most connections; more than to one host only where a token service is a
   *     second host, which must not wait for connections that wait for its token
   */
  static PoolingHttpClientConnectionManager create(
      SSLContext sslContext,
      HostnameVerifier hostnameVerifier,
      Duration connectTimeout,
      Duration responseTimeout,
      int maxPerHost,
      int maxInAll) {
    Timeout silence = timeout(responseTimeout);
    return new ConnectionPool()
        .setConnectionFactory(
            socket -> {
              QuietConnection connection = new QuietConnection();
              if (socket != null) {
                connection.bind(socket);
              }
              return connection;
            })
        // said aloud because the defaults of HttpClient 5.4, 5.5 and 5.6 differ
        .setTlsSocketStrategy(
            new DefaultClientTlsStrategy(
                sslContext, HostnameVerificationPolicy.CLIENT, hostnameVerifier))
        .setDefaultTlsConfig(
            TlsConfig.custom().setHandshakeTimeout(timeout(connectTimeout)).build())
        .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(silence).build())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(timeout(connectTimeout))
                .setSocketTimeout(silence)
                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                .build())
        .setMaxConnPerRoute(maxPerHost)
        .setMaxConnTotal(maxInAll)
        .build();
  }

  @Override
  protected HttpClientConnectionOperator createConnectionOperator(
      SchemePortResolver schemePortResolver,
      DnsResolver dnsResolver,
      TlsSocketStrategy tlsSocketStrategy) {
    return new DefaultHttpClientConnectionOperator(
        socksProxy -> new LastWordsSocket(),
        schemePortResolver,
        dnsResolver,
        scheme -> URIScheme.HTTPS.same(scheme) ? tlsSocketStrategy : null);
  }

  private static Timeout timeout(Duration duration) {
    return Timeout.of(duration.toMillis(), TimeUnit.MILLISECONDS);
  }
}
