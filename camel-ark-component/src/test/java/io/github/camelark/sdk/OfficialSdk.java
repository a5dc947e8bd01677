// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.sdk;

import static io.github.camelark.test.SimulatedProvider.ARK;

import com.volcengine.ark.runtime.service.ArkService;
import io.github.camelark.test.ArkSimulator;
import java.time.Duration;

/** The official Java SDK of Volcengine Ark, pointed at a simulator. */
final class OfficialSdk implements AutoCloseable {

  private final ArkService service;

  OfficialSdk(ArkSimulator simulator) {
    this(simulator.baseUrl(ARK), simulator.apiKey(ARK));
  }

  OfficialSdk(String baseUrl, String apiKey) {
    service =
        ArkService.builder()
            .baseUrl(baseUrl)
            .apiKey(apiKey)
            .timeout(Duration.ofSeconds(30))
            .retryTimes(0)
            .build();
  }

  ArkService service() {
    return service;
  }

  @Override
  public void close() {
    service.shutdownExecutor();
  }
}
