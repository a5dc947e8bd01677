// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ArkSimulatorMainTest {

  @RegisterExtension static final ArkSimulatorExtension EXTENSION = ArkSimulatorExtension.create();

  @Test
  void printsCommandsForEachProvider() {
    ArkSimulator simulator = EXTENSION.simulator();
    ByteArrayOutputStream printed = new ByteArrayOutputStream();

    ArkSimulatorMain.print(simulator, new PrintStream(printed, true, UTF_8));

    assertThat(printed.toString(UTF_8))
        .contains(
            "curl -H 'Authorization: Bearer simulator-ark-key' 'http://127.0.0.1:%d/api/v3/files'"
                .formatted(simulator.port()),
            "-H 'api-key: simulator-azure-key' -X DELETE",
            "/v1/responses/resp_0001'");
  }
}
