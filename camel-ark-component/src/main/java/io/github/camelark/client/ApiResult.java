// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import org.jspecify.annotations.Nullable;

/**
 * What the API answered.
 *
 * @param value the answer itself
 * @param requestId the server's id of the request, else the one sent with it
 * @param date of a list the Date header: when the server answered; null if it did not say
 */
public record ApiResult<T>(T value, String requestId, @Nullable String date) {}
