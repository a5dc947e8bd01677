// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors

/** Where the time comes from, so that tests can give another. */
@NullMarked
package io.github.camelark.time;

import org.jspecify.annotations.NullMarked;
