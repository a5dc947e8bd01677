// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import io.github.camelark.benchmarks.Java;
import io.github.camelark.benchmarks.speed.Calls.Sink;
import java.io.IOException;

/** In which ways the calls are made. */
enum Variant {
  RAW_SOCKET("raw socket", RawSocketCalls::new),
  HTTP_CLIENT(
      "HttpClient 5 + Jackson", (baseUrl, sink) -> new HttpClientCalls(baseUrl, sink, false)),
  HAND_WRITTEN(
      "hand-written: the same in a route",
      (baseUrl, sink) -> new RouteCalls(new HandWrittenRoutes(baseUrl, sink, false))),
  TUNED(
      "hand-written, pared down",
      (baseUrl, sink) -> new RouteCalls(new HandWrittenRoutes(baseUrl, sink, true))),
  ARK("ark: in a route", (baseUrl, sink) -> new RouteCalls(new ArkRoutes(baseUrl, sink))),
  CAMEL_HTTP(
      "http: and unmarshal in a route",
      (baseUrl, sink) -> new RouteCalls(new HttpRoutes(baseUrl, sink))),
  OFFICIAL_SDK("official SDK", OfficialSdkCalls::new),
  OPENAI_JAVA("openai-java", OpenAiCalls::new);

  private final String title;
  private final Opening opening;

  Variant(String title, Opening opening) {
    this.title = title;
    this.opening = opening;
  }

  String title() {
    return title;
  }

  Calls open(String baseUrl, Sink sink) throws Exception {
    return opening.open(baseUrl, sink);
  }

  /** The Java to run it with: openai-java needs another OkHttp than the official SDK. */
  Java java(Sizes sizes) throws IOException {
    Java java = sizes.java();
    return this == OPENAI_JAVA ? java.with(BuildFolder.jars("openai-java")) : java;
  }

  @FunctionalInterface
  private interface Opening {
    Calls open(String baseUrl, Sink sink) throws Exception;
  }
}
