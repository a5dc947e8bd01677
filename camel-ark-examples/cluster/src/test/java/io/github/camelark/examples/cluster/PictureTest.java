// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.cluster;

import io.github.camelark.examples.pictures.RoutePicture;
import java.nio.file.Path;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;

class PictureTest {

  @Test
  void showsTheRoutes() throws Exception {
    try (DefaultCamelContext context = new DefaultCamelContext()) {
      for (String file : new String[] {"shared", "master"}) {
        PluginHelper.getRoutesLoader(context)
            .updateRoutes(
                ResourceHelper.resolveResource(context, "classpath:camel/" + file + ".yaml"));
      }

      RoutePicture.check(
          Path.of("..", "..", "docs", "pictures", "cluster.svg"),
          RoutePicture.svg(
              context, "All nodes active, or one of them", "shared", "master", "process"));
    }
  }
}
