// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import io.github.camelark.time.Time;
import io.github.camelark.transport.SharedTransports;
import java.util.function.UnaryOperator;
import org.apache.camel.support.jsse.SSLContextParameters;

/** What the component keeps to its package, for tests in other packages. */
public final class ArkInternals {

  private ArkInternals() {}

  /** A component whose time is given. */
  public static ArkComponent component(Time time) {
    ArkComponent component = new ArkComponent();
    component.setTime(time);
    return component;
  }

  public static void setTime(ArkComponent component, Time time) {
    component.setTime(time);
  }

  public static void setEnvironment(ArkComponent component, UnaryOperator<String> environment) {
    component.setEnvironment(environment);
  }

  public static SharedTransports transports(ArkComponent component) {
    return component.shared().transports();
  }

  public static SSLContextParameters globalSslContextParameters(ArkComponent component) {
    return component.globalSslContextParameters();
  }

  public static String cursorKey(ArkEndpoint endpoint) {
    return endpoint.consumerOptions().cursorKey();
  }
}
