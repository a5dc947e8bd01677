// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.lifecycle;

import io.github.camelark.examples.deletion.DeletionRoutes;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;

/** The application: database and routes, configured by application.properties. */
public final class ResponseLifecycle implements CamelConfiguration {

  @Override
  public void configure(CamelContext context) throws Exception {
    DeletionRoutes.addTo(context);
    context.addRoutes(new FinishedResponseRoute());
  }
}
