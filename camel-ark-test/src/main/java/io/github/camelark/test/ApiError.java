// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

import org.jspecify.annotations.Nullable;

/**
 * Why a call is refused, before it is put into a provider's words.
 *
 * @param code null for the provider's usual code with this status
 * @param param the parameter that is wrong, if one is
 */
record ApiError(int status, @Nullable String code, String message, @Nullable String param) {

  static ApiError of(int status, String message) {
    return new ApiError(status, null, message, null);
  }

  static ApiError invalid(String param, String message) {
    return new ApiError(400, null, message, param);
  }
}
