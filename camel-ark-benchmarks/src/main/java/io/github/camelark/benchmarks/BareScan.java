// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks;

import io.github.camelark.model.ArkFile;
import io.github.camelark.model.ArkFilePage;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** A loop that fetches and parses one page after the other, with nothing else around it. */
public final class BareScan {

  private BareScan() {}

  /**
   * Scans whenever it is told to.
   *
   * @param arguments the port of the page server, how many files there are
   */
  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(arguments[0]);
    ScanGauge gauge = new ScanGauge(port, Integer.parseInt(arguments[1]));
    try (CloseableHttpClient client = HttpClients.createDefault()) {
      while (gauge.awaitTurn()) {
        gauge.begin();
        scan(
            client,
            port,
            file -> {
              if (!file.id().isEmpty()) {
                gauge.file();
              }
            });
        System.out.println(gauge.end().toLine());
      }
    }
  }

  /** Fetches and parses one page after the other, and hands out their files. */
  static void scan(CloseableHttpClient client, int port, Consumer<ArkFile> files)
      throws IOException {
    String uri = "http://127.0.0.1:" + port + "/api/v3/files?limit=100&order=asc";
    ArkFilePage page = fetch(client, uri);
    page.data().forEach(files);
    while (page.hasMore()) {
      page = fetch(client, uri + "&after=" + page.lastId());
      page.data().forEach(files);
    }
  }

  private static ArkFilePage fetch(CloseableHttpClient client, String uri) throws IOException {
    return client.execute(
        new HttpGet(uri),
        response -> ArkFilePage.fromJson(EntityUtils.toByteArray(response.getEntity())));
  }
}
