// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.transport;

import io.github.camelark.dialect.ApiOperation;
import org.jspecify.annotations.Nullable;

/**
 * One request to the API; its tries share it.
 *
 * @param operation what is asked for
 * @param resourceId of which file or response, for error messages; null for a list
 * @param target path and query, percent-encoded
 * @param apiKey the key to send, null where OAuth 2.0 takes its place
 * @param requestId sent as {@code X-Client-Request-Id} with every try
 * @param deadline the {@link Time#nanos()} by which the reply must be complete
 */
public record Request(
    ApiOperation operation,
    @Nullable String resourceId,
    String target,
    @Nullable ApiKey apiKey,
    String requestId,
    long deadline) {}
