// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import io.github.camelark.error.ArkException;
import io.github.camelark.time.Time;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.HostnameVerifier;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.CompositeHttpConfigurer;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.hc.client5.http.AuthenticationStrategy;
import org.apache.hc.client5.http.auth.AuthChallenge;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultAuthenticationStrategy;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests with the Apache HttpClient that camel-http builds: proxy, OAuth 2.0 and custom
 * configurers are its own, from the options with the prefix {@code http.}. The client is driven
 * directly rather than through camel-http's producer, which obeys headers of the message and would
 * send the API key to another host.
 *
 * <p>The component of camel-http used here is private and not registered in the context.
 * Thread-safe until it is closed.
 */
public final class CamelHttpTransport implements Transport {

  private static final Logger LOG = LoggerFactory.getLogger(CamelHttpTransport.class);

  private static final List<String> SECRETS = List.of("proxyAuthPassword", "oauth2ClientSecret");
  private static final Duration POOL_WAITS_LONGER = Duration.ofMinutes(1);

  private static final Header ACCEPT = new BasicHeader("Accept", "application/json");
  private static final Header ACCEPT_ANYTHING = new BasicHeader("Accept", "*/*");

  /** Compression saves nothing worth its cost here, and a gateway may get it wrong. */
  private static final Header ACCEPT_ENCODING = new BasicHeader("Accept-Encoding", "identity");

  private static final Header USER_AGENT = new BasicHeader("User-Agent", "camel-ark");

  private final HttpHost host;
  private final ReplyReader replyReader;
  private final @Nullable OAuth2Calls oauth2;
  private final CallWatch callWatch;
  private final PoolingHttpClientConnectionManager pool;
  private final HttpComponent httpComponent;
  private final HttpEndpoint httpEndpoint;
  private final HttpClient client;
  private final @Nullable RequestConfig requestConfig;
  private final @Nullable RequestConfig longConfig;
  private volatile boolean closed;

  /**
   * Builds a client; it connects only when it is used.
   *
   * @param watchman the thread that ends calls whose time is up, of this client and others
   */
  public CamelHttpTransport(
      CamelContext context,
      TransportSettings settings,
      Time time,
      ScheduledExecutorService watchman)
      throws Exception {
    host = HttpHost.create(settings.origin());
    replyReader = new ReplyReader(settings.maxResponseSize(), settings.requestIdHeaders(), time);
    oauth2 = settings.http().usesOAuth2() ? new OAuth2Calls(settings.origin()) : null;
    httpComponent = new HttpComponent();
    httpComponent.setCamelContext(context);
    Map<String, Object> options = new HashMap<>(settings.http().values());
    pool = pool(settings, options);
    try {
      configure(settings);
      SECRETS.forEach(name -> options.computeIfPresent(name, CamelHttpTransport::unprintable));
      options.put("httpClientConfigurer", withOwnSteps(settings.http(), options));
      // camel-http's default is to speak TLS to the proxy if the service is reached by TLS
      options.putIfAbsent("proxyAuthScheme", "http");
      if (oauth2 != null) {
        // camel-http's default is to ask for a token before every single request
        options.putIfAbsent("oauth2CacheTokens", true);
      }
      httpEndpoint =
          withoutQuery(
              (HttpEndpoint) httpComponent.createEndpoint(settings.origin().toString(), options));
      ServiceHelper.startService(httpEndpoint);
      client = httpEndpoint.getHttpClient();
      requestConfig = requestConfig(client, settings.http());
      longConfig =
          requestConfig == null
              ? null
              : RequestConfig.copy(requestConfig)
                  .setResponseTimeout(
                      Timeout.ofMilliseconds(settings.longResponseTimeout().toMillis()))
                  .build();
      callWatch = new CallWatch(settings.callTimeout(), time, watchman);
    } catch (Exception e) {
      ServiceHelper.stopAndShutdownService(httpComponent);
      pool.close(CloseMode.IMMEDIATE);
      throw e;
    }
  }

  @Override
  public Reply execute(Request request) {
    if (request.showsKey()) {
      throw CallFailures.keyInAddress(request);
    }
    HttpCall call = new HttpCall(request, host);
    call.addHeader(request.streamed() ? ACCEPT_ANYTHING : ACCEPT);
    call.addHeader(ACCEPT_ENCODING);
    call.addHeader(USER_AGENT);
    call.addHeader(new BasicHeader("X-Client-Request-Id", request.requestId()));
    if (request.apiKey() != null) {
      call.addHeader(request.apiKey());
    }
    callWatch.add(call);
    try {
      Reply reply = request.streamed() ? open(call) : read(call);
      LOG.debug("{} {}: {}", request.operation(), request.requestId(), reply.status());
      return answered(call, reply);
    } catch (IOException | RuntimeException e) {
      if (e instanceof ArkException failure) {
        throw failure;
      }
      throw CallFailures.sort(call, closed, e);
    } finally {
      callWatch.remove(call);
    }
  }

  private Reply read(HttpCall call) throws IOException {
    return client.execute(
        host,
        call,
        new CallContext(call, requestConfig(call)),
        response -> {
          Reply read = ReadingExecutor.replyOf(response);
          return read == null ? replyReader.read(response, call) : read;
        });
  }

  /** An error is read as usual; the body of a success is left to the caller. */
  private Reply open(HttpCall call) throws IOException {
    ClassicHttpResponse response =
        client.executeOpen(host, call, new CallContext(call, requestConfig(call)));
    try {
      Reply read = ReadingExecutor.replyOf(response);
      if (read != null) {
        response.close();
        return read;
      }
      ReplyStream stream = new ReplyStream(response, call, callWatch, () -> closed);
      callWatch.pause(call);
      return replyReader.head(response).withStream(stream);
    } catch (IOException | RuntimeException e) {
      call.cancel();
      response.close();
      throw e;
    }
  }

  private @Nullable RequestConfig requestConfig(HttpCall call) {
    return call.request().operation().takesLong() ? longConfig : requestConfig;
  }

  private static Reply answered(HttpCall call, Reply reply) {
    // only proxies answer 407, to CONNECT and to what they are to pass on (RFC 9110, 15.5.8)
    if (!call.isSent() || reply.status() == 407) {
      throw CallFailures.refusedByProxy(call.request(), reply);
    }
    return reply;
  }

  @Override
  public String withoutTokens(String text) {
    return oauth2 == null ? text : oauth2.redact(text);
  }

  @Override
  public boolean isOpen() {
    return !closed;
  }

  @Override
  public void close() {
    closed = true;
    callWatch.close();
    pool.close(CloseMode.IMMEDIATE);
    ServiceHelper.stopAndShutdownServices(httpEndpoint, httpComponent);
  }

  private PoolingHttpClientConnectionManager pool(
      TransportSettings settings, Map<String, Object> options)
      throws GeneralSecurityException, IOException {
    SSLContextParameters parameters = settings.sslContextParameters();
    HostnameVerifier verifier =
        httpComponent.resolveAndRemoveReferenceParameter(
            options, "x509HostnameVerifier", HostnameVerifier.class);
    return ConnectionPool.create(
        parameters == null
            ? SSLContexts.createDefault()
            : parameters.createSSLContext(httpComponent.getCamelContext()),
        verifier == null ? new DefaultHostnameVerifier() : verifier,
        settings.connectTimeout(),
        settings.responseTimeout(),
        settings.maxConnections(),
        oauth2 != null ? 2 * settings.maxConnections() : settings.maxConnections());
  }

  private void configure(TransportSettings settings) {
    httpComponent.setClientConnectionManager(pool);
    httpComponent.setAutomaticRetriesDisabled(true);
    httpComponent.setRedirectHandlingDisabled(true);
    httpComponent.setCookieManagementDisabled(true);
    httpComponent.setContentCompressionDisabled(true);
    // ours ends a wait first: the pool can lose a connection that comes while its own timeout is up
    httpComponent.setConnectionRequestTimeout(
        settings.longCallTimeout().plus(POOL_WAITS_LONGER).toMillis());
    httpComponent.setResponseTimeout(settings.responseTimeout().toMillis());
    ServiceHelper.startService(httpComponent);
  }

  /** A composite, because camel-http adds its own to the end of one, and to the front of others. */
  private HttpClientConfigurer withOwnSteps(HttpOptions http, Map<String, Object> options) {
    CompositeHttpConfigurer configurers = new CompositeHttpConfigurer();
    if (oauth2 != null) {
      configurers.addConfigurer(oauth2::configure);
    }
    String proxyAuthMethod = http.proxyAuthMethod();
    configurers.addConfigurer(
        builder -> {
          builder.setRequestExecutor(new ReadingExecutor(replyReader));
          builder.addRequestInterceptorLast(CallContext.MARK_AS_SENT);
          builder.addResponseInterceptorFirst(CallContext.HIDE_KEY);
          builder.setTargetAuthenticationStrategy((type, challenges, target) -> List.of());
          if (!http.usesProxy()) {
            // camel-http takes one from the global options of the context, unseen by our checks
            builder.setProxy(null);
          }
          if (proxyAuthMethod != null) {
            builder.setProxyAuthenticationStrategy(only(proxyAuthMethod));
          }
        });
    configurers.addConfigurer(
        httpComponent.resolveAndRemoveReferenceParameter(
            options, "httpClientConfigurer", HttpClientConfigurer.class));
    return configurers;
  }

  /**
   * Answers one kind of challenge only. camel-http ignores its option proxyAuthMethod: with Digest
   * it would send the password in clear text to a proxy that offers Basic.
   */
  private static AuthenticationStrategy only(String scheme) {
    return (type, challenges, context) -> {
      AuthChallenge challenge = challenges.get(scheme);
      return challenge == null
          ? List.of()
          : DefaultAuthenticationStrategy.INSTANCE.select(type, Map.of(scheme, challenge), context);
    };
  }

  /**
   * A service is not asked for the way to log in: the key is sent without. The client would log the
   * challenges of a 401, what a server repeats of the key in them too. A proxy's are another
   * matter, and so are those that a configurer of the user's wants answered. Nor is it offered to
   * go over to TLS, for which gateways such as Envoy refuse a request on a plain connection.
   *
   * @return null for the client's own settings
   */
  private static @Nullable RequestConfig requestConfig(HttpClient client, HttpOptions http) {
    if (!(client instanceof Configurable configurable)) {
      return null;
    }
    boolean challenges = http.usesProxy() || http.hasConfigurer();
    RequestConfig settings = configurable.getConfig();
    return RequestConfig.copy(settings)
        .setProtocolUpgradeEnabled(false)
        .setAuthenticationEnabled(challenges && settings.isAuthenticationEnabled())
        .build();
  }

  /** camel-http logs all options at DEBUG, and knows how to make a text of characters. */
  private static Object unprintable(String name, Object secret) {
    return secret.toString().toCharArray();
  }

  /** camel-http makes a query parameter of an option that it does not know. */
  private static HttpEndpoint withoutQuery(HttpEndpoint endpoint) {
    if (endpoint.getHttpUri().getRawQuery() != null) {
      throw new IllegalArgumentException(
          "an http. option is not known to camel-http of this version of Camel: "
              + endpoint.getHttpUri().getRawQuery().replaceAll("=[^&]*", ""));
    }
    return endpoint;
  }
}
