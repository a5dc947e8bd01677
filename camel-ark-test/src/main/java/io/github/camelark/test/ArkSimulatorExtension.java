// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import static java.util.Objects.requireNonNull;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Runs a simulator for the tests of a JUnit 5 class. Registered in a static field (with {@code
 * RegisterExtension}) it starts once and stops after the last test, nested classes included; in an
 * instance field it starts and stops with each test. It is reset before each test. Test methods may
 * take the {@link ArkSimulator} as a parameter.
 *
 * <p>All tests of a class see the same simulator, so they cannot run in parallel.
 */
public final class ArkSimulatorExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver {

  private final UnaryOperator<ArkSimulator.Builder> settings;
  private @Nullable ArkSimulator simulator;
  private int openClasses;

  private ArkSimulatorExtension(UnaryOperator<ArkSimulator.Builder> settings) {
    this.settings = requireNonNull(settings, "settings");
  }

  /** Returns an extension whose simulator has the default settings. */
  public static ArkSimulatorExtension create() {
    return create(UnaryOperator.identity());
  }

  /**
   * Returns an extension whose simulator has settings of its own, for example {@code create(builder
   * -> builder.requestsPerSecond(20))}.
   */
  public static ArkSimulatorExtension create(UnaryOperator<ArkSimulator.Builder> settings) {
    return new ArkSimulatorExtension(settings);
  }

  /** Returns the simulator; starts it if no test has begun yet. */
  public synchronized ArkSimulator simulator() {
    ArkSimulator running = simulator;
    if (running == null) {
      running = settings.apply(ArkSimulator.builder()).build();
      simulator = running;
    }
    return running;
  }

  @Override
  public synchronized void beforeAll(ExtensionContext context) {
    // Called for nested classes too: only the end of the outermost one closes the simulator.
    openClasses++;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    simulator().reset();
  }

  @Override
  public synchronized void afterEach(ExtensionContext context) {
    closeUnlessOpen();
  }

  @Override
  public synchronized void afterAll(ExtensionContext context) {
    openClasses--;
    closeUnlessOpen();
  }

  private void closeUnlessOpen() {
    if (openClasses == 0 && simulator != null) {
      simulator.close();
      simulator = null;
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ArkSimulator.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return simulator();
  }
}
