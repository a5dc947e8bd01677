// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.deletion;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a request ended.
 *
 * @param requestId the id of the request
 * @param kind what was to be deleted
 * @param id the id of the file or model response
 * @param outcome how it ended
 * @param detail why it was refused or failed; null otherwise
 * @param reason why it was asked for
 * @param requestedBy who asked for it
 * @param finishedAt when it ended
 * @param attempts at which attempt it ended; 1 is the first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
    String requestId,
    ResourceKind kind,
    String id,
    Outcome outcome,
    @Nullable String detail,
    String reason,
    String requestedBy,
    @JsonSerialize(using = ToStringSerializer.class) Instant finishedAt,
    int attempts) {

  boolean isOf(DeletionRequest request) {
    return kind == request.kind() && id.equals(request.id());
  }
}
