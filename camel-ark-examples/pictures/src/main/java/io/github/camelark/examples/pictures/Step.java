// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.model.CatchDefinition;
import org.apache.camel.model.ChoiceDefinition;
import org.apache.camel.model.EndpointRequiredDefinition;
import org.apache.camel.model.OnExceptionDefinition;
import org.apache.camel.model.OptionalIdentifiedDefinition;
import org.apache.camel.model.OtherwiseDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.WhenDefinition;

/**
 * A step of a route, as it is drawn.
 *
 * @param kind Camel's name of it, such as {@code split} or {@code to}
 * @param text what it does: the description that the route gives it, else what Camel calls it
 * @param endpoint whether it names an endpoint
 * @param steps the steps inside of it
 */
record Step(String kind, String text, boolean endpoint, List<Step> steps) {

  private static final Set<String> NOT_NEXT =
      Set.of("when", "otherwise", "onException", "doCatch", "doFinally", "onFallback");

  private static final Pattern METHOD = Pattern.compile("^(?:bean\\[)?ref:(\\w+) method:(\\w+)]?$");

  /** Whether a message comes here from the step before, and not in place of it. */
  boolean isNext() {
    return !NOT_NEXT.contains(kind);
  }

  /** Reads a route; its first step is where messages come from. */
  static List<Step> of(RouteDefinition route) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("from", address(route.getInput().getEndpointUri()), true, List.of()));
    List<ProcessorDefinition<?>> outputs = route.getOutputs();
    // What is done with failures stands first in the model, and is read last.
    outputs.stream().filter(output -> !isForFailures(output)).map(Step::of).forEach(steps::add);
    outputs.stream().filter(Step::isForFailures).map(Step::of).forEach(steps::add);
    return steps;
  }

  private static Step of(OptionalIdentifiedDefinition<?> definition) {
    return new Step(
        definition.getShortName(),
        text(definition),
        definition instanceof EndpointRequiredDefinition,
        inside(definition).stream().map(Step::of).toList());
  }

  private static boolean isForFailures(OptionalIdentifiedDefinition<?> definition) {
    return definition instanceof OnExceptionDefinition;
  }

  private static List<? extends OptionalIdentifiedDefinition<?>> inside(
      OptionalIdentifiedDefinition<?> definition) {
    if (definition instanceof ChoiceDefinition choice) {
      List<OptionalIdentifiedDefinition<?>> ways = new ArrayList<>(choice.getWhenClauses());
      if (choice.getOtherwise() != null) {
        ways.add(choice.getOtherwise());
      }
      return ways;
    }
    if (definition instanceof WhenDefinition when) {
      return when.getOutputs();
    }
    if (definition instanceof OtherwiseDefinition otherwise) {
      return otherwise.getOutputs();
    }
    return definition instanceof ProcessorDefinition<?> processor
        ? processor.getOutputs()
        : List.of();
  }

  private static String text(OptionalIdentifiedDefinition<?> definition) {
    if (definition.getDescriptionText() != null) {
      return definition.getDescriptionText();
    }
    if (definition instanceof EndpointRequiredDefinition endpoint) {
      return address(endpoint.getEndpointUri());
    }
    if (definition instanceof OnExceptionDefinition failures) {
      return simpleNames(failures.getExceptions());
    }
    if (definition instanceof CatchDefinition failures) {
      return simpleNames(failures.getExceptions());
    }
    if (definition instanceof ChoiceDefinition) {
      return "";
    }
    String kind = definition.getShortName();
    String label = without(kind + "[", "]", definition.getLabel());
    label = without("simple{", "}", without("{", "}", label));
    label = METHOD.matcher(label).replaceFirst("$1.$2");
    // A lambda's name differs from run to run.
    return label.equals(kind) || label.contains("$$Lambda") || label.contains("@") ? "" : label;
  }

  private static String simpleNames(List<String> classNames) {
    return String.join(", ", classNames.stream().map(Step::simpleName).toList());
  }

  private static String without(String before, String after, String text) {
    return text.startsWith(before) && text.endsWith(after)
        ? text.substring(before.length(), text.length() - after.length())
        : text;
  }

  private static String simpleName(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }

  /** A URI with the one option that tells what it does. */
  private static String address(String uri) {
    int query = uri.indexOf('?');
    if (query < 0) {
      return uri;
    }
    String path = uri.substring(0, query);
    for (String option : uri.substring(query + 1).split("&")) {
      if (option.startsWith("operation=")) {
        return path + " " + option.substring("operation=".length());
      }
    }
    return path;
  }
}
