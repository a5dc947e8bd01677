// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors

/**
 * What the APIs of all providers have in common: their operations and the shapes of their errors.
 */
@NullMarked
package io.github.camelark.api;

import org.jspecify.annotations.NullMarked;
