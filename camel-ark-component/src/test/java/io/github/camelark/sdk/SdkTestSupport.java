// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.sdk;

import io.github.camelark.support.RouteTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The service's own SDK and the simulator. */
abstract class SdkTestSupport extends RouteTestSupport {

  OfficialSdk sdk;

  @BeforeEach
  void startSdk() {
    sdk = new OfficialSdk(simulator());
  }

  @AfterEach
  void stopSdk() {
    sdk.close();
  }
}
