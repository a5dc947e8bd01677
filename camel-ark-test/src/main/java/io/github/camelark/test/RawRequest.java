// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.test;

/**
 * A request as a scripted server reads it. Immutable.
 *
 * @param head the request line and the headers, unchanged
 */
record RawRequest(String head, ApiRequest request) {}
