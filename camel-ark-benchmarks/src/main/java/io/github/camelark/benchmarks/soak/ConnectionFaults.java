// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.soak;

/**
 * How a server has treated connections before a request was read.
 *
 * @param reset how many were reset as soon as they were made
 * @param ignored how many were never served, until the client hung up
 * @param deaf how often nobody listened for a moment
 */
record ConnectionFaults(int reset, int ignored, int deaf) {}
