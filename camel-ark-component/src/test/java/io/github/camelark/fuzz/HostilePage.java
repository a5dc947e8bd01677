// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One of the pages of a server that leads in circles, repeats itself, or refuses cursors.
 *
 * @param entries JSON each
 * @param lastId null to leave it out
 */
record HostilePage(int status, List<String> entries, String lastId, boolean hasMore) {

  byte[] toBytes() {
    String body = status == 200 ? page() : "{\"error\":{\"code\":\"X\",\"message\":\"no\"}}";
    return new HttpReply(
            "HTTP/1.1 " + status + " Status",
            List.of("Date: Wed, 19 Nov 2025 11:45:08 GMT"),
            body.getBytes(StandardCharsets.UTF_8),
            Framing.LENGTH)
        .toBytes();
  }

  private String page() {
    return "{\"data\":[%s],%s\"has_more\":%s}"
        .formatted(
            entries.stream().collect(Collectors.joining(",")),
            lastId == null ? "" : "\"last_id\":\"" + lastId + "\",",
            hasMore);
  }

  @Override
  public String toString() {
    return status == 200 ? page() : String.valueOf(status);
  }
}
