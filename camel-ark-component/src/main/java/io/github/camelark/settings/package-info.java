// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors

/**
 * What the options mean: each is checked here, and resolved once into an immutable record. Knows
 * neither endpoints nor messages.
 */
@NullMarked
package io.github.camelark.settings;

import org.jspecify.annotations.NullMarked;
