// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors

/** What a producer can do: one file per operation. Knows exchanges, not HTTP. */
@NullMarked
package io.github.camelark.operation;

import org.jspecify.annotations.NullMarked;
