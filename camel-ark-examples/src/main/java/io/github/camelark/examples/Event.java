// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened while the routes ran.
 *
 * @param step what happened
 * @param id the file or model response it happened to, null if that is not known
 * @param text one line about it, safe to print
 * @param counts what happened so far, this included
 */
record Event(Step step, @Nullable String id, String text, Counts counts) {}
