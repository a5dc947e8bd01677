// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

/** What comes on a secure connection that waits for its next call cannot be the reply to it. */
class UnaskedReplyTest extends TlsTestSupport {

  private final CountDownLatch said = new CountDownLatch(1);

  @Test
  void isNotTakenForTheNext() throws Exception {
    try (LoopbackServer server = LoopbackServer.start(this::hold)) {
      connectTo("https://127.0.0.1:" + server.port())
          .setSslContextParameters(Tls.trusting(Certificates.TRUSTED));

      succeed(Call.DELETE, "");
      said.await();
      succeed(Call.DELETE, "");

      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void isAReasonToCloseTheConnectionAndNothingElse() throws Exception {
    try (ApiServer server = ApiServer.start(Tls.listen(Certificates.SERVER))) {
      connectTo("https://127.0.0.1:" + server.port())
          .setSslContextParameters(Tls.trusting(Certificates.TRUSTED));

      succeed(Call.DELETE, "");
      succeed(Call.DELETE, "");

      assertThat(server.connections()).isEqualTo(1);
    }
  }

  private void hold(Socket accepted) throws IOException {
    SSLSocket socket = Tls.wrap(accepted, Certificates.SERVER);
    HttpHead.read(socket.getInputStream());
    write(socket, deleted("file-1"));
    write(socket, deleted("file-9"));
    said.countDown();
    HttpHead.read(socket.getInputStream());
  }

  private static String deleted(String id) {
    String body = "{\"id\":\"" + id + "\",\"deleted\":true}";
    return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }
}
