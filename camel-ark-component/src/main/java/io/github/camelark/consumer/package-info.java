// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors

/**
 * The polling consumer's place: the poll, what was seen, the cursor and completion. Empty until the
 * consumer arrives.
 */
package io.github.camelark.consumer;
