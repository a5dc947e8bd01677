// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors

/** Configures the component from the properties of a Spring Boot application. */
@NullMarked
package io.github.camelark.springboot;

import org.jspecify.annotations.NullMarked;
