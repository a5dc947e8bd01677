// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors

/** Requests out, replies in: the HTTP client, and retry and pacing around it. */
@NullMarked
package io.github.camelark.transport;

import org.jspecify.annotations.NullMarked;
