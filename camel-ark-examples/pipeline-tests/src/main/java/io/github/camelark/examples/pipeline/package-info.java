// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors

/**
 * What the tests of the deletion pipelines have in common, whatever the broker. Begin with {@link
 * io.github.camelark.examples.pipeline.Surroundings}.
 */
@NullMarked
package io.github.camelark.examples.pipeline;

import org.jspecify.annotations.NullMarked;
