// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.snippets;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;

/** Lists the files of an account, by Camel of whatever version. */
final class ListingRoute extends RouteBuilder {

  private final String endpoint;

  ListingRoute(String endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public void configure() {
    from("direct:list").to(endpoint);
  }

  static void printListing(CamelContext camel) throws Exception {
    try (ProducerTemplate template = camel.createProducerTemplate()) {
      List<?> files = template.requestBody("direct:list", null, List.class);
      System.out.println("Camel " + camel.getVersion() + " lists " + files.size() + " files");
    }
  }
}
