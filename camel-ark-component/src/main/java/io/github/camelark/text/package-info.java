// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors

/** Text that came from outside, made safe to print. */
@NullMarked
package io.github.camelark.text;

import org.jspecify.annotations.NullMarked;
