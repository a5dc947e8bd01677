// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.model;

import org.jspecify.annotations.Nullable;

/**
 * Why the service could not process a file: the {@code error} of a file whose status is {@code
 * failed}.
 *
 * @param code the service's error code, null if it gave none
 * @param message the service's explanation, null if it gave none
 */
public record ArkFileError(@Nullable String code, @Nullable String message) {}
