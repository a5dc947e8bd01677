// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors

/**
 * Executes deletion requests, whatever the broker. Begin with {@link
 * io.github.camelark.examples.deletion.DeletionRoute}.
 */
@NullMarked
package io.github.camelark.examples.deletion;

import org.jspecify.annotations.NullMarked;
