// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.client;

import io.github.camelark.dialect.Dialect;
import io.github.camelark.transport.ApiKey;
import org.jspecify.annotations.Nullable;

/**
 * Which service is called, and as whom. Immutable and thread-safe.
 *
 * @param origin scheme, host and port
 * @param basePath the path of all calls, without a slash at its end
 * @param apiVersion sent as {@code api-version} with every call, null to send none
 * @param apiKey null where OAuth 2.0 takes its place
 * @param keyOrigin where the key came from, for advice: an option, of what, or a variable
 */
public record Service(
    Dialect dialect,
    String origin,
    String basePath,
    @Nullable String apiVersion,
    @Nullable ApiKey apiKey,
    String keyOrigin) {}
