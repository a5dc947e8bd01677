// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who can reach the simulator, and what they can reach. */
class ExposureTest {

  @RegisterExtension static final ArkSimulatorExtension EXTENSION = ArkSimulatorExtension.create();

  private final ArkSimulator simulator = EXTENSION.simulator();

  @ParameterizedTest
  @CsvSource({
    "GET,/__admin",
    "GET,/__admin/",
    "GET,/__admin/mappings",
    "POST,/__admin/reset",
    "POST,/__admin/shutdown",
    "GET,/__admin/requests",
    "GET,/__admin/swagger-ui/index.html",
    "GET,/__admin/recorder/index.html",
    "GET,/__files/",
    "GET,/__files/any.json",
    "PUT,/__files/any.json"
  })
  void wireMocksOwnPathsAreClosed(String method, String path) {
    ApiClient.Reply reply = ApiClient.send(request(path).method(method, noBody()));

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"GET,/api/v3/files", "OPTIONS,/api/v3/files", "OPTIONS,/__admin/mappings"})
  void noPageOfABrowserIsLetIn(String method, String path) {
    HttpRequest.Builder request =
        request(path)
            .method(method, noBody())
            .header("Origin", "http://example.com")
            .header("Access-Control-Request-Method", "DELETE");

    ApiClient.Reply reply = ApiClient.send(request);

    assertThat(reply.response().headers().map().keySet())
        .noneMatch(name -> name.toLowerCase().startsWith("access-control"));
  }

  @Test
  void otherAddressesOfTheMachineAreNotListenedOn() throws IOException {
    for (InetAddress address : addressesOfTheMachine()) {
      assertThatExceptionOfType(SocketException.class)
          .as(address.toString())
          .isThrownBy(() -> new Socket(address, simulator.port()).close());
    }
  }

  @Test
  void baseUrlIsThatOfTheLoopbackAddress() {
    assertThat(simulator.baseUrl(ARK)).isEqualTo("http://127.0.0.1:%d/api/v3", simulator.port());
  }

  private static List<InetAddress> addressesOfTheMachine() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.getHostAddress().equals("127.0.0.1"))
        .toList();
  }

  private static HttpRequest.BodyPublisher noBody() {
    return HttpRequest.BodyPublishers.noBody();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + simulator.port() + path));
  }
}
