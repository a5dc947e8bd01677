// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wiremock.jakarta.servlet.Filter;
import wiremock.jakarta.servlet.FilterChain;
import wiremock.jakarta.servlet.ReadListener;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.ServletInputStream;
import wiremock.jakarta.servlet.ServletRequest;
import wiremock.jakarta.servlet.ServletResponse;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * Reads the body of each request before WireMock would, which keeps it whole in memory, and before
 * an answer is known: some are given before the body was read. Thread-safe.
 */
final class RequestFilter implements Filter {

  /** A longer JSON body is truncated there, and then is not JSON. */
  private static final int LARGEST_TEXT = 16 * 1024 * 1024;

  private final SimulatedApi api;
  private final ThreadLocal<@Nullable Supplier<SimulatedAnswer>> pending = new ThreadLocal<>();

  RequestFilter(SimulatedApi api) {
    this.api = api;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    Arrival arrival = api.arrived(head(http));
    InputStream input = arrival.reading().of(http.getInputStream());
    RequestBody body = body(new BufferedInputStream(input), http.getContentType());
    pending.set(() -> api.answer(arrival, body));
    try {
      chain.doFilter(new WithoutBody(http), response);
    } finally {
      pending.remove();
    }
  }

  /** Answers the request that this thread is serving. */
  SimulatedAnswer answer() {
    Supplier<SimulatedAnswer> answer = pending.get();
    if (answer == null) {
      throw new IllegalStateException("WireMock answers on another thread than it was asked on");
    }
    return answer.get();
  }

  private static ApiRequest head(HttpServletRequest request) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String name : Collections.list(request.getHeaderNames())) {
      headers
          .computeIfAbsent(name, added -> new ArrayList<>())
          .addAll(Collections.list(request.getHeaders(name)));
    }
    return new ApiRequest(
        request.getMethod(),
        request.getRequestURI(),
        request.getQueryString(),
        headers,
        RequestBody.NONE);
  }

  private static RequestBody body(InputStream input, @Nullable String contentType)
      throws IOException {
    return contentType != null && FormReader.isForm(contentType)
        ? FormReader.read(input, contentType)
        : RequestBody.ofText(new String(input.readNBytes(LARGEST_TEXT), UTF_8));
  }

  private static final class WithoutBody extends HttpServletRequestWrapper {

    WithoutBody(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() {
      return new NoInput();
    }
  }

  private static final class NoInput extends ServletInputStream {

    private final InputStream nothing = new ByteArrayInputStream(new byte[0]);

    @Override
    public int read() throws IOException {
      return nothing.read();
    }

    @Override
    public boolean isFinished() {
      return true;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("WireMock reads without a listener");
    }
  }
}
