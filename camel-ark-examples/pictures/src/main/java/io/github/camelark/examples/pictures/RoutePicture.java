// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;

/**
 * A picture of routes as SVG, for a page in {@code docs/pictures}. It is made from the routes that
 * a Camel context was given; the context need not be started. A step shows its description, or what
 * Camel calls it; of a URI the picture shows the path and the operation.
 *
 * <p>With the system property {@code pictures.write} set to {@code true} {@link #check} writes the
 * file; without it the file is compared, so no page shows an outdated route.
 */
public final class RoutePicture {

  private static final String WRITE = "pictures.write";

  private RoutePicture() {}

  /**
   * Draws routes.
   *
   * @param context holds the routes
   * @param title what the picture shows, for those who cannot see it
   * @param routeIds which routes, in the order of the picture; none: all, in the context's order
   * @return the text of an SVG file
   * @throws IllegalArgumentException if the context has no route of that id
   */
  public static String svg(CamelContext context, String title, String... routeIds) {
    ModelCamelContext model = (ModelCamelContext) context;
    Map<String, List<Step>> routes = new LinkedHashMap<>();
    if (routeIds.length == 0) {
      model.getRouteDefinitions().forEach(route -> routes.put(route.getRouteId(), Step.of(route)));
    }
    for (String id : routeIds) {
      RouteDefinition route = model.getRouteDefinition(id);
      if (route == null) {
        throw new IllegalArgumentException("no route has the id " + id);
      }
      routes.put(id, Step.of(route));
    }
    return Drawing.svg(title, routes);
  }

  /**
   * Compares a file with a picture, or writes it.
   *
   * @param file the committed picture
   * @param svg what it should be, from {@link #svg}
   * @throws AssertionError if the file is not there or differs
   */
  public static void check(Path file, String svg) throws IOException {
    if (Boolean.getBoolean(WRITE)) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, svg);
    } else if (!Files.exists(file) || !Files.readString(file).equals(svg)) {
      throw new AssertionError(
          file + " does not show the route: regenerate it with 'make pictures'");
    }
  }
}
