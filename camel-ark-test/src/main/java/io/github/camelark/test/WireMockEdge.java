// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/** The network side: an HTTP server of WireMock's on 127.0.0.1. Thread-safe. */
final class WireMockEdge implements AutoCloseable {

  // Room for 200 connections whose answers are held back, each of which takes a thread.
  private static final int THREADS = 250;

  private final WireMockServer server;

  WireMockEdge(int port, SimulatedApi api) {
    RequestFilter requests = new RequestFilter(api);
    server =
        new WireMockServer(
            options()
                .bindAddress("127.0.0.1")
                .port(port)
                .containerThreads(THREADS)
                .httpServerFactory(new StubsOnlyServerFactory(requests))
                .stubCorsEnabled(false)
                .disableRequestJournal()
                .gzipDisabled(true)
                .http2PlainDisabled(true)
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
                .extensions(new ApiTransformer(requests)));
    server.stubFor(any(anyUrl()).willReturn(ok()));
    server.start();
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
  }

  /** Replaces the answer of the one stub that there is. */
  private record ApiTransformer(RequestFilter requests) implements ResponseDefinitionTransformerV2 {

    @Override
    public ResponseDefinition transform(ServeEvent event) {
      return WireMockMessages.response(requests.answer());
    }

    @Override
    public String getName() {
      return "ark-simulator";
    }
  }
}
