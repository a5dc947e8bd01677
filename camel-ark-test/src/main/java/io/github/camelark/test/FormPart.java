// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import org.jspecify.annotations.Nullable;

/**
 * One part of a multipart body. Immutable.
 *
 * @param filename null for a plain field
 */
record FormPart(
    String name,
    @Nullable String filename,
    @Nullable String contentType,
    String text,
    long bytes) {}
