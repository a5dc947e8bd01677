// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import io.github.camelark.benchmarks.ChildJvm;
import io.github.camelark.benchmarks.Sizes;
import io.github.camelark.benchmarks.speed.Calls.Sink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** In which ways the calls are made. */
enum Variant {
  RAW_SOCKET("raw socket", RawSocketCalls::new),
  HTTP_CLIENT(
      "HttpClient 5 + Jackson", (baseUrl, sink) -> new HttpClientCalls(baseUrl, sink, false)),
  HAND_WRITTEN(
      "hand-written: the same in a route", (baseUrl, sink) -> handWritten(baseUrl, sink, false)),
  PARED_DOWN("hand-written, pared down", (baseUrl, sink) -> handWritten(baseUrl, sink, true)),
  ARK("ark: in a route", (baseUrl, sink) -> new RouteCalls(Routes.ark(baseUrl, sink))),
  CAMEL_HTTP(
      "http: and unmarshal in a route",
      (baseUrl, sink) -> new RouteCalls(Routes.http(baseUrl, sink))),
  OFFICIAL_SDK("official SDK", OfficialSdkCalls::new),
  OPENAI_JAVA("openai-java", OpenAiCalls::new);

  private final String title;
  private final Opening opening;

  Variant(String title, Opening opening) {
    this.title = title;
    this.opening = opening;
  }

  private static Calls handWritten(String baseUrl, Sink sink, boolean paredDown) throws Exception {
    HttpClientCalls http = new HttpClientCalls(baseUrl, sink, paredDown);
    return new RouteCalls(Routes.handWritten(http, sink));
  }

  String title() {
    return title;
  }

  Calls open(String baseUrl, Sink sink) throws Exception {
    return opening.open(baseUrl, sink);
  }

  /** Starts a {@link CallWorker}: openai-java needs another OkHttp than the official SDK. */
  ChildJvm start(String baseUrl, Sizes sizes) throws IOException {
    return new ChildJvm(
        Path.of(System.getProperty("java.home")),
        sizes.jvmOptions(),
        this == OPENAI_JAVA ? Versions.jarsOfOpenAi() : List.of(),
        CallWorker.class,
        List.of(baseUrl, name()));
  }

  @FunctionalInterface
  private interface Opening {
    Calls open(String baseUrl, Sink sink) throws Exception;
  }
}
