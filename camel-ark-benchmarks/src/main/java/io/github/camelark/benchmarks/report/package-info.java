// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
/** What the benchmarks found, on the screen, as Markdown and as a plot. */
@NullMarked
package io.github.camelark.benchmarks.report;

import org.jspecify.annotations.NullMarked;
