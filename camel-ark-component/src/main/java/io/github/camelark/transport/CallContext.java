// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import java.util.Locale;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpRequestInterceptor;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpResponseInterceptor;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Carries a call through the HTTP client, so that it is known whether its request was sent: only
 * then can it have been executed, whatever the client's exception looks like.
 */
final class CallContext extends HttpClientContext {

  /**
   * The last step before a request is written. It is connected then, through the proxy and TLS, and
   * a proxy's CONNECT does not come this way.
   */
  static final HttpRequestInterceptor MARK_AS_SENT = CallContext::markAsSent;

  /**
   * The first step after the head of a reply has come. Where the client reads challenges it logs
   * those that it cannot read, what a server repeats of the key in them too.
   */
  static final HttpResponseInterceptor HIDE_KEY = CallContext::hideKey;

  private final HttpCall call;

  /**
   * @param settings of this request, null for those of the client
   */
  CallContext(HttpCall call, @Nullable RequestConfig settings) {
    this.call = call;
    if (settings != null) {
      setRequestConfig(settings);
    }
  }

  HttpCall call() {
    return call;
  }

  private static void hideKey(
      HttpResponse response, @Nullable EntityDetails entity, HttpContext context) {
    ApiKey key = context instanceof CallContext sent ? sent.call.request().apiKey() : null;
    if (key != null && response.getCode() >= 400) {
      for (Header header : response.getHeaders()) {
        if (header.getValue() != null
            && header.getName().toLowerCase(Locale.ROOT).endsWith("-authenticate")) {
          response.removeHeader(header);
          response.addHeader(header.getName(), key.redact(header.getValue()));
        }
      }
    }
  }

  private static void markAsSent(
      HttpRequest request, @Nullable EntityDetails entity, HttpContext context) {
    if (context instanceof CallContext sending) {
      sending.call.sent();
    }
  }
}
