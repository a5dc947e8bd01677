// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors

/** What the endpoints of a component share. */
@NullMarked
package io.github.camelark.shared;

import org.jspecify.annotations.NullMarked;
