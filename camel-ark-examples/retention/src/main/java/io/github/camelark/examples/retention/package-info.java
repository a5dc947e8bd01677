// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors

/**
 * Deletes the files of an account that a policy allows to go. Begin with the routes: {@link
 * io.github.camelark.examples.retention.RetentionRoute}, then {@link
 * io.github.camelark.examples.retention.DeleteRoute}.
 */
@NullMarked
package io.github.camelark.examples.retention;

import org.jspecify.annotations.NullMarked;
