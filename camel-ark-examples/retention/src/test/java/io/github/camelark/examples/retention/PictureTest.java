// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.retention;

import io.github.camelark.examples.pictures.RoutePicture;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class PictureTest {

  @Test
  void showsTheRoutes() throws Exception {
    try (CamelContext context = new DefaultCamelContext()) {
      context.addRoutes(new RetentionRoute());
      context.addRoutes(new DeleteRoute());
      context.addRoutes(new QuotaExceededRoute());

      RoutePicture.check(
          Path.of("../../docs/pictures/retention.svg"),
          RoutePicture.svg(
              context,
              "A run of the retention policy, and the event that starts one",
              "retention",
              "plan-deletions",
              "delete-planned",
              "quota-exceeded"));
    }
  }
}
