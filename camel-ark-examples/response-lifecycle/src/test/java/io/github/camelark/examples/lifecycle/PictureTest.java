// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.lifecycle;

import io.github.camelark.examples.pictures.RoutePicture;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class PictureTest {

  @Test
  void showsTheRoutes() throws Exception {
    try (CamelContext context = new DefaultCamelContext()) {
      context.addRoutes(new FinishedResponseRoute());

      RoutePicture.check(
          Path.of("../../docs/pictures/response-lifecycle.svg"),
          RoutePicture.svg(context, "From a finished response to its deletion"));
    }
  }
}
