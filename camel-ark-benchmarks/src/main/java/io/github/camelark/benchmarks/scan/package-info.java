// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
/** Lists of very many files: speed and heap of the consumer, beside a bare loop. */
@NullMarked
package io.github.camelark.benchmarks.scan;

import org.jspecify.annotations.NullMarked;
