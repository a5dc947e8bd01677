// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark;

import io.github.camelark.transport.Time;

/** Gives a component its time, for tests in other packages. */
public final class GivenTime {

  private GivenTime() {}

  public static ArkComponent component(Time time) {
    ArkComponent component = new ArkComponent();
    component.setTime(time);
    return component;
  }
}
