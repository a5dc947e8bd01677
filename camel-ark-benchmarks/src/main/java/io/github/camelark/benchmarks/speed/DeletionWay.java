// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.model.ProcessorDefinition;

/** In which ways a route deletes very many files. */
enum DeletionWay {
  ARK("ark:, requestsPerSecond=0") {
    @Override
    void addTo(ProcessorDefinition<?> route, String baseUrl) {
      route.to("ark:files?operation=delete&apiKey=none&requestsPerSecond=0&baseUrl=" + baseUrl);
    }
  },
  ARK_PACED("ark:") {
    @Override
    void addTo(ProcessorDefinition<?> route, String baseUrl) {
      route.to("ark:files?operation=delete&apiKey=none&baseUrl=" + baseUrl);
    }
  },
  HAND_WRITTEN("HttpClient 5 + Jackson in a processor") {
    @Override
    void addTo(ProcessorDefinition<?> route, String baseUrl) {
      route.process(deleting(new HttpClientCalls(baseUrl, id -> {}, false)));
    }
  },
  RAW_SOCKET("raw socket in a processor") {
    @Override
    void addTo(ProcessorDefinition<?> route, String baseUrl) {
      route.process(deleting(new RawSocketCalls(baseUrl, id -> {})));
    }
  },
  OFFICIAL_SDK("official SDK in a processor") {
    @Override
    void addTo(ProcessorDefinition<?> route, String baseUrl) {
      route.process(deleting(new OfficialSdkCalls(baseUrl, id -> {})));
    }
  };

  private final String title;

  DeletionWay(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Adds the step that deletes the file whose id is the body. */
  abstract void addTo(ProcessorDefinition<?> route, String baseUrl);

  private static Processor deleting(Calls calls) {
    return exchange -> {
      Message message = exchange.getMessage();
      message.setBody(calls.delete(message.getBody(String.class)));
    };
  }
}
