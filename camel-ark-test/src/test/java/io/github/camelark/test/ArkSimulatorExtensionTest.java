// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestMethodOrder(MethodOrderer.MethodName.class)
class ArkSimulatorExtensionTest {

  @RegisterExtension static final ArkSimulatorExtension EXTENSION = ArkSimulatorExtension.create();

  private static final int PORT = EXTENSION.simulator().port();

  @Test
  void givesTheSimulatorToATest(ArkSimulator simulator) {
    assertThat(simulator).isSameAs(EXTENSION.simulator());
  }

  @Test
  void resetsBetweenTestsFirst() {
    assertThat(EXTENSION.simulator().addFile(ARK).id()).isEqualTo("file-0001");
  }

  @Test
  void resetsBetweenTestsSecond() {
    assertThat(EXTENSION.simulator().addFile(ARK).id()).isEqualTo("file-0001");
  }

  @Nested
  class InOneNestedClass {

    @Test
    void keepsTheSameServer() {
      assertThat(EXTENSION.simulator().port()).isEqualTo(PORT);
    }
  }

  @Nested
  class InAnotherNestedClass {

    @Test
    void keepsTheSameServer() {
      assertThat(EXTENSION.simulator().port()).isEqualTo(PORT);
    }
  }

  @Nested
  class InAnInstanceField {

    @RegisterExtension
    final ArkSimulatorExtension extension =
        ArkSimulatorExtension.create(builder -> builder.strictCursors(false));

    @Test
    void startsAServerOfItsOwn() {
      assertThat(extension.simulator().port()).isNotEqualTo(PORT);
    }
  }
}
