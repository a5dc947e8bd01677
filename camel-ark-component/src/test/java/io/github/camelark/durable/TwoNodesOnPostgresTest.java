// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.durable;

import org.junit.jupiter.api.Tag;

/** On a real PostgreSQL. */
@Tag("full")
class TwoNodesOnPostgresTest extends TwoNodesTestSupport {

  TwoNodesOnPostgresTest() {
    super(Database.POSTGRESQL);
  }
}
