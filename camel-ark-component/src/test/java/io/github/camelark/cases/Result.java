// SPDX-License-Identifier: Apache-2.0
// Copyright The Camel Ark Authors
package io.github.camelark.cases;

import io.github.camelark.model.ArkFile;
import io.github.camelark.test.RecordedRequest;
import java.time.Duration;
import java.util.List;

/**
 * The outcome of a case.
 *
 * @param failure of the exchange or of the last poll that failed, or null
 * @param outcome of a delete, or null
 * @param files in the body, or those that the consumer's route has got
 * @param waits before further attempts
 */
public record Result(
    Throwable failure,
    String outcome,
    List<ArkFile> files,
    List<RecordedRequest> requests,
    List<Duration> waits,
    List<String> warnings) {

  /** The paths of all requests that delete. */
  List<String> deleted() {
    return requests.stream()
        .filter(request -> request.method().equals("DELETE"))
        .map(request -> request.path().substring(request.path().lastIndexOf('/') + 1))
        .toList();
  }
}
