// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.camelark.model.ArkFilePage;
import java.io.IOException;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/**
 * HttpClient 5 and Jackson, as one writes it down by hand; a list comes as the component's page.
 */
final class HttpClientCalls implements Calls {

  private static final int CONNECTIONS = 200;

  private final CloseableHttpClient client;
  private final ObjectReader files = new ObjectMapper().readerFor(PlainFile.class);
  private final ObjectReader deletions = new ObjectMapper().readerFor(PlainDeletion.class);
  private final HttpHost host;
  private final URI baseUrl;
  private final boolean paredDown;
  private final Sink sink;

  /**
   * @param paredDown whether everything is left out that the calls do not need: cookies, redirects,
   *     retries, compression, and the parsing of addresses
   */
  HttpClientCalls(String baseUrl, Sink sink, boolean paredDown) {
    this.baseUrl = URI.create(baseUrl);
    this.host = HttpHost.create(this.baseUrl);
    this.client = client(paredDown);
    this.paredDown = paredDown;
    this.sink = sink;
  }

  private static CloseableHttpClient client(boolean paredDown) {
    HttpClientBuilder builder =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(CONNECTIONS)
                    .setMaxConnPerRoute(CONNECTIONS)
                    .build());
    if (paredDown) {
      builder
          .disableCookieManagement()
          .disableRedirectHandling()
          .disableAutomaticRetries()
          .disableContentCompression()
          .disableAuthCaching()
          .disableConnectionState();
    }
    return builder.build();
  }

  @Override
  public PlainDeletion delete(String id) throws IOException {
    return execute("DELETE", "/files/" + id, response -> read(response, deletions));
  }

  @Override
  public PlainFile retrieve(String id) throws IOException {
    return execute("GET", "/files/" + id, response -> read(response, files));
  }

  @Override
  public Object list() throws IOException {
    ArkFilePage page = page();
    page.data().forEach(file -> sink.accept(file.id()));
    return page;
  }

  ArkFilePage page() throws IOException {
    return execute(
        "GET",
        "/files?limit=100",
        response -> {
          requireSuccess(response);
          return ArkFilePage.fromJson(EntityUtils.toByteArray(response.getEntity()));
        });
  }

  private <T> T execute(String method, String target, HttpClientResponseHandler<T> handler)
      throws IOException {
    ClassicHttpRequest request =
        paredDown
            ? new BasicClassicHttpRequest(method, host, baseUrl.getPath() + target)
            : new HttpUriRequestBase(method, URI.create(baseUrl + target));
    request.setHeader("Authorization", "Bearer none");
    request.setHeader("Accept", "application/json");
    return client.execute(host, request, handler);
  }

  private static <T> T read(ClassicHttpResponse response, ObjectReader reader) throws IOException {
    requireSuccess(response);
    return reader.readValue(response.getEntity().getContent());
  }

  private static void requireSuccess(ClassicHttpResponse response) throws IOException {
    if (response.getCode() != 200) {
      throw new IOException("HTTP " + response.getCode());
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
  }

  /** A file as one writes it down by hand. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record PlainFile(
      String id,
      String object,
      String purpose,
      String filename,
      long bytes,
      @JsonProperty("mime_type") String mimeType,
      @JsonProperty("created_at") long createdAt,
      @JsonProperty("expire_at") long expireAt,
      String status) {}

  /** A deletion as one writes it down by hand. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record PlainDeletion(String id, String object, boolean deleted) {}
}
