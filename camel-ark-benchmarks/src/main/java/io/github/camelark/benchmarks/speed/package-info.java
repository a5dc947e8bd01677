// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
/** What calls cost, beside what a user would pick instead. */
@NullMarked
package io.github.camelark.benchmarks.speed;

import org.jspecify.annotations.NullMarked;
