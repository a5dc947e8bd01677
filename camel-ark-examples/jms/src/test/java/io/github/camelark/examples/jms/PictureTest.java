// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.jms;

import io.github.camelark.examples.deletion.DeletionPolicy;
import io.github.camelark.examples.deletion.DeletionRoute;
import io.github.camelark.examples.deletion.ReceiptRoute;
import io.github.camelark.examples.deletion.ReceiptStore;
import io.github.camelark.examples.pictures.RoutePicture;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class PictureTest {

  @Test
  void showsTheRoutes() throws Exception {
    try (CamelContext context = new DefaultCamelContext()) {
      Properties properties = new Properties();
      properties.setProperty("retry.delays", "1000");
      context.getPropertiesComponent().setInitialProperties(properties);
      ReceiptStore receipts = new ReceiptStore(new JdbcDataSource());
      DeletionPolicy policy = new DeletionPolicy(List.of("user_data"), null, false);
      context.addRoutes(new DeletionQueueRoute());
      context.addRoutes(new DeletionRoute(receipts, policy, true));
      context.addRoutes(new ReceiptRoute(receipts));

      RoutePicture.check(
          Path.of("../../docs/pictures/deletion-queue.svg"),
          RoutePicture.svg(
              context,
              "A deletion request from the queue to its receipt",
              "deletion-queue",
              "execute-deletion",
              "delete-file",
              "delete-response",
              "dead-deletion",
              "send-receipts"));
    }
  }
}
