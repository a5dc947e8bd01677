// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.camel.Endpoint;
import org.junit.jupiter.api.Test;

class NoConsumerTest extends ArkTestSupport {

  @Test
  void refusesToConsumeWithoutShowingTheKey() {
    Endpoint endpoint = context.getEndpoint("ark:files?apiKey=very-secret");

    assertThatThrownBy(() -> endpoint.createConsumer(exchange -> {}))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("ark://files")
        .hasMessageNotContaining("very-secret");
  }
}
