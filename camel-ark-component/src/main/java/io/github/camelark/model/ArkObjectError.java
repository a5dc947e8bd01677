// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.model;

import org.jspecify.annotations.Nullable;

/**
 * Why the service could not process a file or generate a response: the {@code error} of one whose
 * status is {@code failed}.
 *
 * @param code the service's error code, null if it gave none
 * @param message the service's explanation, null if it gave none
 */
public record ArkObjectError(@Nullable String code, @Nullable String message) {}
