// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
/** Calls without end, through routes, to a server that does everything wrong. */
@NullMarked
package io.github.camelark.benchmarks.soak;

import org.jspecify.annotations.NullMarked;
