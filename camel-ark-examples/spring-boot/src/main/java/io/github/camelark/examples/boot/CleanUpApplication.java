// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.boot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class CleanUpApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(CleanUpApplication.class, arguments);
  }
}
