// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

/**
 * What happens to a request.
 *
 * @param requestId what the server calls it
 */
record Turn(Fault fault, SoakReply answer, String requestId) {}
