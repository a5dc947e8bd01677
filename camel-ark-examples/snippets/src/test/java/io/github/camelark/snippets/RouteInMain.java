// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.snippets;

import org.apache.camel.main.Main;

/** What a user of Camel Main would start. */
final class RouteInMain {

  private RouteInMain() {}

  public static void main(String[] arguments) throws Exception {
    Main main = new Main();
    main.configure().addRoutesBuilder(new ListingRoute(arguments[0]));
    main.start();
    try {
      ListingRoute.printListing(main.getCamelContext());
    } finally {
      main.stop();
    }
  }
}
