// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors

/** What the API stores and answers: immutable, tolerant to read, never serializable by accident. */
@NullMarked
package io.github.camelark.model;

import org.jspecify.annotations.NullMarked;
