// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
/** A stand-in for the Files API that costs little, in a process of its own. */
@NullMarked
package io.github.camelark.benchmarks.server;

import org.jspecify.annotations.NullMarked;
