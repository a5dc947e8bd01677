// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.consumer;

import io.github.camelark.model.ArkFile;

/**
 * A file that this consumer has claimed.
 *
 * @param file the file
 * @param key what it is known by in the repositories
 * @param requestId the id of the request that listed it
 * @param scan the scan that found it
 */
public record ClaimedFile(ArkFile file, String key, String requestId, Scan scan) {}
