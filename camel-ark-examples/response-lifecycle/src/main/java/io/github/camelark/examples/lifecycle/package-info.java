// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors

/**
 * Cleans up after a finished model response: deletes the response, and then the files that it used.
 */
@NullMarked
package io.github.camelark.examples.lifecycle;

import org.jspecify.annotations.NullMarked;
