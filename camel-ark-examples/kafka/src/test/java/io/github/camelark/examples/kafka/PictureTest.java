// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.kafka;

import io.github.camelark.examples.deletion.DeletionPolicy;
import io.github.camelark.examples.deletion.DeletionRoute;
import io.github.camelark.examples.deletion.ReceiptRoute;
import io.github.camelark.examples.deletion.ReceiptStore;
import io.github.camelark.examples.pictures.RoutePicture;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class PictureTest {

  @Test
  void showsTheRoutes() throws Exception {
    try (CamelContext context = new DefaultCamelContext()) {
      ReceiptStore receipts = new ReceiptStore(new JdbcDataSource());
      DeletionPolicy policy = new DeletionPolicy(List.of("user_data"), null, false);
      Topics topics =
          new Topics("ark.deletions", "ark.deletions.dead", "ark.receipts", List.of(1000L));
      context.addRoutes(new DeletionTopicRoute(topics));
      context.addRoutes(new DeletionRoute(receipts, policy, true));
      context.addRoutes(new ReceiptRoute(receipts));

      RoutePicture.check(
          Path.of("../../docs/pictures/deletion-topic.svg"),
          RoutePicture.svg(
              context,
              "A deletion request from the topic to its receipt",
              "deletion-topic",
              "retry-topic-1",
              "deletion-record",
              "execute-deletion",
              "delete-file",
              "delete-response",
              "dead-record",
              "send-receipts",
              "send-receipt"));
    }
  }
}
