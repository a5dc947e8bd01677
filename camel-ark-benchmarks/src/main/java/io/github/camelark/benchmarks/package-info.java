// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
/** Programs that measure the component, side by side with what it is built on. */
@NullMarked
package io.github.camelark.benchmarks;

import org.jspecify.annotations.NullMarked;
