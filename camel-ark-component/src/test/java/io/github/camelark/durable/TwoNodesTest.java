// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.durable;

/** On H2, which is up at once. */
class TwoNodesTest extends TwoNodesTestSupport {

  TwoNodesTest() {
    super(Database.H2);
  }
}
