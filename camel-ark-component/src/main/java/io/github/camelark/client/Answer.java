// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

/**
 * What the API answered.
 *
 * @param value the answer itself
 * @param requestId the server's id of the request, else the one sent with it
 */
public record Answer<T>(T value, String requestId) {}
