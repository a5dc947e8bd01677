// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors

/**
 * The API, typed: one method per call, model in, model out. Knows neither Camel nor HTTP libraries.
 */
@NullMarked
package io.github.camelark.client;

import org.jspecify.annotations.NullMarked;
