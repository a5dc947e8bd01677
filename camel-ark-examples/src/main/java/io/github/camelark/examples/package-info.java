// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors

/**
 * Routes that clean up an account, in Java, YAML and XML, and a command that runs them. Begin with
 * {@link io.github.camelark.examples.CleanUpRoute}.
 */
@NullMarked
package io.github.camelark.examples;

import org.jspecify.annotations.NullMarked;
