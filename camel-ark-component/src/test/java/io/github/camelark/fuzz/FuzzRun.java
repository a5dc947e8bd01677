// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import io.github.camelark.secrecy.SecretWatchExtension;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutionResult.Status;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Takes the number of inputs and the seed of the random numbers from the build ({@code
 * -Dfuzz.tries} and {@code -Dfuzz.seed}; without a seed every run has its own), and says of a
 * failure how to see it again.
 */
final class FuzzRun implements AroundPropertyHook {

  private static final int TRIES = Integer.getInteger("fuzz.tries", 1_000);
  private static final String SEED = seed();

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    Fuzz fuzz = AnnotationSupport.findAnnotation(context.targetMethod(), Fuzz.class).orElseThrow();
    int tries = Math.max(1, TRIES / fuzz.oneIn());
    context.attributes().setTries(tries);
    context.attributes().setSeed(SEED);
    PropertyExecutionResult result = property.execute();
    SecretWatchExtension.check();
    return result.status() == Status.FAILED ? result.mapToFailed(explain(context, result)) : result;
  }

  /** What to run the same inputs again with. */
  static String howToRepeat() {
    return "-Dfuzz.tries=" + TRIES + " -Dfuzz.seed=" + SEED;
  }

  private static String seed() {
    String given = System.getProperty("fuzz.seed", "").trim();
    return given.isEmpty() ? String.valueOf(new Random().nextInt(Integer.MAX_VALUE)) : given;
  }

  private static AssertionError explain(
      PropertyLifecycleContext context, PropertyExecutionResult result) {
    Throwable failure = result.throwable().orElse(null);
    return new AssertionError(
        String.format(
            Locale.ROOT,
            "%s%n  input: %s%n  after %d tries; to see it again:%n"
                + "  mvn -pl camel-ark-component -am test -Dtest=%s"
                + " -Dsurefire.failIfNoSpecifiedTests=false %s",
            failure == null ? "" : failure.getMessage(),
            result.falsifiedParameters().map(FuzzRun::show).orElse("unknown"),
            result.countTries(),
            context.containerClass().getSimpleName(),
            howToRepeat()),
        failure);
  }

  private static String show(Object input) {
    if (input instanceof List<?> several) {
      return several.stream().map(FuzzRun::show).collect(Collectors.joining("\n  and "));
    }
    return input instanceof Shown shown ? shown.show() : String.valueOf(input);
  }

  /** Around all that jqwik does itself. */
  @Override
  public int aroundPropertyProximity() {
    return -100;
  }
}
