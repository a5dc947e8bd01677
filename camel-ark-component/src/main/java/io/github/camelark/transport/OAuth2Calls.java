// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpRequestInterceptor;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Holds camel-http's OAuth 2.0 to the limits of the call that needs a token. camel-http asks for a
 * token in the middle of a call, by a client made from the same builder, without a limit in time or
 * size, and remembers tokens by the URI of the request, that is for each file anew and forever. So
 * a token's request ends with its call, its reply is limited, and all calls show the same URI.
 * Thread-safe.
 */
final class OAuth2Calls implements ExecChainHandler, HttpRequestInterceptor {

  private static final int MAX_TOKEN_BYTES = 64 * 1024;

  private static final int MAX_TOKENS = 4;

  private final ThreadLocal<HttpCall> currentCall = new ThreadLocal<>();
  private final URI origin;

  /** The newest first. */
  private volatile List<ApiKey> tokens = List.of();

  OAuth2Calls(URI origin) {
    this.origin = origin;
  }

  /** Must come before camel-http's own, which builds the client for tokens. */
  void configure(HttpClientBuilder builder) {
    builder.addExecInterceptorFirst("ark-oauth2", this);
    builder.addRequestInterceptorLast(this);
  }

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    if (scope.originalRequest instanceof HttpCall call) {
      currentCall.set(call);
      try {
        return chain.proceed(new SameUriRequest(request, origin), scope);
      } finally {
        currentCall.remove();
      }
    }
    HttpCall call = currentCall.get();
    return call == null ? chain.proceed(request, scope) : token(call, request, scope, chain);
  }

  /** The last step before a request is sent: camel-http has added the token by now. */
  @Override
  public void process(HttpRequest request, @Nullable EntityDetails entity, HttpContext context) {
    HttpCall call = currentCall.get();
    if (call != null && !call.isAskingForToken()) {
      Header authorization = request.getFirstHeader(HttpHeaders.AUTHORIZATION);
      call.hasToken(authorization == null ? null : remember(authorization.getValue()));
    }
  }

  /** Replies to calls with an earlier token are still under way when a new one is used. */
  private ApiKey remember(String authorization) {
    ApiKey newest = tokens.isEmpty() ? null : tokens.get(0);
    if (newest != null && newest.getValue().equals(authorization)) {
      return newest;
    }
    int blank = authorization.indexOf(' ') + 1;
    ApiKey token =
        new ApiKey(
            HttpHeaders.AUTHORIZATION,
            authorization.substring(0, blank),
            authorization.substring(blank));
    synchronized (this) {
      List<ApiKey> remembered = new ArrayList<>(tokens);
      remembered.removeIf(known -> known.getValue().equals(authorization));
      remembered.add(0, token);
      tokens = List.copyOf(remembered.subList(0, Math.min(remembered.size(), MAX_TOKENS)));
    }
    return token;
  }

  /** The text without the tokens of late. */
  String redact(String text) {
    String shown = text;
    for (ApiKey token : tokens) {
      shown = token.redact(shown);
    }
    return shown;
  }

  private static ClassicHttpResponse token(
      HttpCall call, ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    Cancellable tokenRequest =
        scope.originalRequest instanceof Cancellable cancellable ? cancellable : () -> false;
    call.askForToken(tokenRequest);
    try {
      ClassicHttpResponse response = chain.proceed(request, scope);
      call.tokenStatus(response.getCode());
      limit(response, tokenRequest);
      return response;
    } finally {
      call.askedForToken();
    }
  }

  private static void limit(ClassicHttpResponse response, Cancellable tokenRequest)
      throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return;
    }
    byte[] body = entity.getContent().readNBytes(MAX_TOKEN_BYTES + 1);
    if (body.length > MAX_TOKEN_BYTES) {
      tokenRequest.cancel();
      throw new IOException("the reply of the token endpoint is too long");
    }
    entity.close();
    response.setEntity(new ByteArrayEntity(body, ContentType.parse(entity.getContentType())));
  }

  /** The same request to all but {@link #getUri}, which is not used for sending. */
  private static final class SameUriRequest extends BasicClassicHttpRequest {

    private static final long serialVersionUID = 1L;

    private final URI uri;

    SameUriRequest(ClassicHttpRequest request, URI uri) {
      super(request.getMethod(), request.getScheme(), request.getAuthority(), request.getPath());
      this.uri = uri;
      setHeaders(request.getHeaders());
      setEntity(request.getEntity());
    }

    @Override
    public URI getUri() {
      return uri;
    }
  }
}
