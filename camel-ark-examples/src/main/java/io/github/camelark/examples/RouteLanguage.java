// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import java.util.Locale;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PluginHelper;

/** The languages that the routes are written in. */
enum RouteLanguage {
  JAVA {
    @Override
    void load(ExampleRoute route, CamelContext context) throws Exception {
      context.addRoutes(route.inJava());
    }
  },
  YAML,
  XML;

  /** Adds a route, as it is written in this language. */
  void load(ExampleRoute route, CamelContext context) throws Exception {
    String file = "classpath:routes/" + route.routeName() + "." + name().toLowerCase(Locale.ROOT);
    PluginHelper.getRoutesLoader(context)
        .loadRoutes(PluginHelper.getResourceLoader(context).resolveResource(file));
  }
}
