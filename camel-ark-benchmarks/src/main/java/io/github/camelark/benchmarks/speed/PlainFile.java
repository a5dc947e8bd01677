// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.benchmarks.speed;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/** A file as one writes it down by hand. */
@JsonIgnoreProperties(ignoreUnknown = true)
record PlainFile(
    String id,
    String object,
    String purpose,
    String filename,
    long bytes,
    @JsonProperty("mime_type") String mimeType,
    @JsonProperty("created_at") long createdAt,
    @JsonProperty("expire_at") long expireAt,
    String status) {}
