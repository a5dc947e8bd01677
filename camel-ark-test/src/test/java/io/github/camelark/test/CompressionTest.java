// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CompressionTest {

  @RegisterExtension static final ArkSimulatorExtension EXTENSION = ArkSimulatorExtension.create();

  private final ArkSimulator simulator = EXTENSION.simulator();
  private final ApiClient ark = new ApiClient(simulator, ARK);

  @Test
  void nothingIsCompressedByDefault() {
    assertThat(get("gzip").header("Content-Encoding")).isNull();
  }

  @Test
  void ifAskedCompressesOnlyOnRequest() {
    simulator.compression(Compression.IF_ASKED);

    assertThat(get("br, gzip").header("Content-Encoding")).isEqualTo("gzip");
    assertThat(get("identity").header("Content-Encoding")).isNull();
    assertThat(ark.get("/files").header("Content-Encoding")).isNull();
  }

  @Test
  void alwaysCompressesUnasked() throws Exception {
    simulator.addFile(ARK);
    simulator.compression(Compression.ALWAYS);

    HttpResponse<byte[]> reply = bytes();

    assertThat(reply.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(unzipped(reply.body())).contains("\"id\":\"file-0001\"");
  }

  @Test
  void errorsAreCompressedToo() throws Exception {
    simulator.compression(Compression.ALWAYS);
    simulator.failNext(1, SimulatedFault.status(503));

    HttpResponse<byte[]> reply = bytes();

    assertThat(reply.statusCode()).isEqualTo(503);
    assertThat(unzipped(reply.body())).contains("InternalServiceError");
  }

  @Test
  void replyWithoutBodyIsUnchanged() {
    simulator.compression(Compression.ALWAYS);
    simulator.failNext(1, SimulatedFault.reply(204, "", ""));

    assertThat(ark.delete("/files/file-1").header("Content-Encoding")).isNull();
  }

  private ApiClient.Reply get(String acceptEncoding) {
    return ApiClient.send(ark.request("/files").header("Accept-Encoding", acceptEncoding));
  }

  private HttpResponse<byte[]> bytes() throws Exception {
    return HttpClient.newHttpClient()
        .send(ark.request("/files").build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String unzipped(byte[] body) throws IOException {
    try (GZIPInputStream bytes = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return new String(bytes.readAllBytes(), UTF_8);
    }
  }
}
