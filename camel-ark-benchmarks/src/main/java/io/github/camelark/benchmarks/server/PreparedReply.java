// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.server;

/**
 * What is sent back.
 *
 * @param response head and body
 * @param delayNanos how long after the request
 */
record PreparedReply(byte[] response, long delayNanos) {}
