// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.deletion;

/**
 * A request to delete one file or model response.
 *
 * @param requestId names the request, and its receipt
 * @param kind what to delete
 * @param id the id of the file or model response
 * @param reason why, for the auditor
 * @param requestedBy who requested it, for the auditor
 */
public record DeletionRequest(
    String requestId, ResourceKind kind, String id, String reason, String requestedBy) {}
