// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The content of a file, still to be read.
 *
 * @param type the media type; null if the service does not say
 * @param length in bytes; -1 if the service does not say
 * @param keepTime lets its time run from now on, whether it is read or not
 * @param maxBytes how many of them may be held in memory
 */
public record FileContent(
    InputStream stream, @Nullable String type, long length, long maxBytes, Runnable keepTime) {}
