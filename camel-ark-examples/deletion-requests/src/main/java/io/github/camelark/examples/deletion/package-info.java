// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors

/**
 * Carries out deletion requests, whatever broker they come by. Begin with {@link
 * io.github.camelark.examples.deletion.DeletionRoute}.
 */
@NullMarked
package io.github.camelark.examples.deletion;

import org.jspecify.annotations.NullMarked;
