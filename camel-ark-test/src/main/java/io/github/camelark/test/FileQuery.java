// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import org.jspecify.annotations.Nullable;

/**
 * Which files are asked for.
 *
 * @param after the id of the file before the first one wanted, null to start at the first
 * @param limit the largest number wanted
 * @param purpose null for all
 * @param strict whether an {@code after} that names a deleted file is refused
 */
record FileQuery(
    boolean ascending,
    @Nullable String after,
    int limit,
    @Nullable String purpose,
    boolean strict) {}
