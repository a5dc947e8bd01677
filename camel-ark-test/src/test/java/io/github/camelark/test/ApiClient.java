// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Calls one provider's API as a client with the right key does. */
final class ApiClient {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final ArkSimulator simulator;
  private final SimulatedProvider provider;

  ApiClient(ArkSimulator simulator, SimulatedProvider provider) {
    this.simulator = simulator;
    this.provider = provider;
  }

  record Reply(int status, String body, HttpResponse<String> response) {

    String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }
  }

  /** Takes a path below the provider's base path, with its query. */
  Reply get(String path) {
    return send("GET", path);
  }

  Reply delete(String path) {
    return send("DELETE", path);
  }

  Reply send(String method, String path) {
    return send(request(path).method(method, BodyPublishers.noBody()));
  }

  Reply post(String path, String contentType, BodyPublisher body) {
    return send(request(path).header("Content-Type", contentType).POST(body));
  }

  HttpRequest.Builder request(String path) {
    String key = simulator.apiKey(provider);
    HttpRequest.Builder request = anonymousRequest(path);
    return provider == SimulatedProvider.AZURE
        ? request.header("api-key", key)
        : request.header("Authorization", "Bearer " + key);
  }

  HttpRequest.Builder anonymousRequest(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + simulator.port() + provider.basePath() + path));
  }

  static Reply send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
