// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.deletion;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeletionRoutesTest {

  @ParameterizedTest
  @ValueSource(strings = {"yes", "on", "TRUE", "flase"})
  void aWordThatIsNeitherTrueNorFalseDoesNotTurnTheGuardOff(String guard) throws Exception {
    try (CamelContext context = new DefaultCamelContext()) {
      context.getPropertiesComponent().addOverrideProperty("deletion.guard", guard);

      assertThatThrownBy(() -> DeletionRoutes.addTo(context))
          .hasMessageContaining("deletion.guard must be true or false, but is '" + guard + "'");
    }
  }
}
