// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors

/** The health checks of the services that producers use. */
@NullMarked
package io.github.camelark.health;

import org.jspecify.annotations.NullMarked;
