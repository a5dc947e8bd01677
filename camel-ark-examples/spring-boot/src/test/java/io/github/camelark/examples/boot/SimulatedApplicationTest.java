// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.SimulatedFile;
import io.github.camelark.test.SimulatedProvider;
import java.util.List;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The application as its command starts it: with a simulator, and the properties as they are. */
@CamelSpringBootTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SimulatedApplicationTest {

  @Autowired ArkSimulator simulator;

  @Test
  void deletesWhatFailedAndNothingElse() {
    await().untilAsserted(() -> assertThat(files()).hasSize(3));

    assertThat(files()).extracting(SimulatedFile::status).containsOnly("active");
  }

  private List<SimulatedFile> files() {
    return simulator.files(SimulatedProvider.ARK);
  }
}
