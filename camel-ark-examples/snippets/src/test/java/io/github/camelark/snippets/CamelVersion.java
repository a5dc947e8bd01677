// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.snippets;

/** A Camel of the table in the README, and the Spring Boot that goes with it. */
enum CamelVersion {
  OLDEST("4.14.1", "3.5.16"),
  OWN("4.18.0", "3.5.16"),
  NEWEST("4.22.0", "4.1.2");

  private final String camel;
  private final String springBoot;

  CamelVersion(String camel, String springBoot) {
    this.camel = camel;
    this.springBoot = springBoot;
  }

  String camel() {
    return camel;
  }

  String springBoot() {
    return springBoot;
  }
}
