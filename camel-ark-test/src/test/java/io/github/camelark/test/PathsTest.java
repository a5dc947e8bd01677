// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths are taken as they were sent: nothing on the way decodes or shortens them. */
class PathsTest {

  @RegisterExtension static final ArkSimulatorExtension EXTENSION = ArkSimulatorExtension.create();

  private final ArkSimulator simulator = EXTENSION.simulator();

  @ParameterizedTest
  @ValueSource(strings = {"file 9/ü?#", "100%", "a+b", "..", "a;b=c", "\\", "a//b", "%2F"})
  void idIsDecodedOnce(String id) throws IOException {
    simulator.addFile(ARK, SimulatedFile.named("odd").withId(id));
    String segment = URLEncoder.encode(id, UTF_8).replace("+", "%20").replace(".", "%2E");

    RawConnection.Reply reply = delete("/api/v3/files/" + segment);

    assertThat(reply.head()).contains("200 OK");
    assertThat(simulator.hasFile(ARK, id)).isFalse();
    assertThat(simulator.journal().get(0).path()).isEqualTo("/api/v3/files/" + segment);
  }

  @Test
  void plusInAPathIsAPlus() throws IOException {
    simulator.addFile(ARK, SimulatedFile.named("odd").withId("a+b"));

    assertThat(delete("/api/v3/files/a+b").head()).contains("200 OK");
  }

  @Test
  void deleteWithoutAnIdIsNotAllowed() throws IOException {
    RawConnection.Reply reply = delete("/api/v3/files/");

    assertThat(reply.head()).contains("405");
    assertThat(reply.body()).contains("\"code\":\"MethodNotAllowed\"");
    assertThat(simulator.journal().get(0).path()).isEqualTo("/api/v3/files/");
    assertThat(simulator.journal().get(0).status()).isEqualTo(405);
  }

  @Test
  void dotsDoNotReachAnotherCollection() throws IOException {
    String response = simulator.addResponse(ARK);

    RawConnection.Reply reply = delete("/api/v3/files/../responses/" + response);

    assertThat(reply.head()).contains("404");
    assertThat(simulator.hasResponse(ARK, response)).isTrue();
    assertThat(simulator.journal().get(0).path())
        .isEqualTo("/api/v3/files/../responses/" + response);
  }

  @ParameterizedTest
  @CsvSource({"/,404", "//,404", "/api/v3x/files,404", "/API/v3/files,404", "/__files/x,404"})
  void otherPathsAreUnknown(String path, int status) throws IOException {
    assertThat(delete(path).head()).contains(" " + status + " ");
  }

  private RawConnection.Reply delete(String path) throws IOException {
    return RawConnection.sendLast(simulator, "DELETE", path);
  }
}
