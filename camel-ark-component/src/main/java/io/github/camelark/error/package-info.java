// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors

/** How a call can fail, split by what a route should do about it. */
@NullMarked
package io.github.camelark.error;

import org.jspecify.annotations.NullMarked;
