// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.examples.pipeline;

import static io.github.camelark.test.SimulatedProvider.ARK;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelark.test.ArkSimulator;
import io.github.camelark.test.RecordedRequest;
import io.github.camelark.test.SimulatedFile;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The receipts that came: outcomes by the id of the request. Not thread-safe. */
public final class Answers {

  private final Map<String, Set<String>> outcomes = new HashMap<>();

  /** Adds a receipt, whose request id has to be that of its header. */
  public void add(String requestId, byte[] json) throws IOException {
    JsonNode receipt = new JsonMapper().readTree(json);
    assertThat(receipt.path("requestId").asText()).isEqualTo(requestId);
    outcomes
        .computeIfAbsent(requestId, id -> new HashSet<>())
        .add(receipt.path("outcome").asText());
  }

  /** Whether each of these requests has been answered. */
  public boolean isToAll(Collection<String> requestIds) {
    return outcomes.keySet().containsAll(requestIds);
  }

  /**
   * Checks that each request has one outcome, that its file is gone, and that no other is: the
   * service is the witness.
   *
   * @param wanted the ids of the files, each also the id of its request
   * @param others all other files that were there
   */
  public void assertEachEndedOnce(
      ArkSimulator service, Collection<String> wanted, Collection<String> others) {
    assertThat(outcomes.keySet()).containsExactlyInAnyOrderElementsOf(wanted);
    assertThat(outcomes)
        .allSatisfy(
            (id, found) -> assertThat(found).hasSize(1).isSubsetOf("DELETED", "ALREADY_GONE"));
    assertThat(service.files(ARK))
        .extracting(SimulatedFile::id)
        .containsExactlyInAnyOrderElementsOf(others);
    assertThat(deleted(service)).isEqualTo(new HashSet<>(wanted));
  }

  private static Set<String> deleted(ArkSimulator service) {
    return service.journal().stream()
        .filter(call -> call.method().equals("DELETE"))
        .map(RecordedRequest::path)
        .map(path -> path.substring(path.lastIndexOf('/') + 1))
        .collect(Collectors.toSet());
  }
}
