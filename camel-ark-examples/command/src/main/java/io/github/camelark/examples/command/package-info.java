// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors

/** What the command lines of the examples have in common. */
@NullMarked
package io.github.camelark.examples.command;

import org.jspecify.annotations.NullMarked;
