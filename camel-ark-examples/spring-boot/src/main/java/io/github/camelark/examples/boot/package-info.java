// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors

/** An application that watches an account and deletes the files that could not be processed. */
@NullMarked
package io.github.camelark.examples.boot;

import org.jspecify.annotations.NullMarked;
