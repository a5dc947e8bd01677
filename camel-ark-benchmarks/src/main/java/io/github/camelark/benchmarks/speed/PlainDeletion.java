// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A deletion as one writes it down by hand. */
@JsonIgnoreProperties(ignoreUnknown = true)
record PlainDeletion(String id, String object, boolean deleted) {}
